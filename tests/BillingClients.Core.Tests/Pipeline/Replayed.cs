using FsCheck;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>One seed for all properties, so that a failure is the same on every machine.</summary>
internal static class Replayed
{
    public static Replay Seed { get; } = new(new Rnd(20261120, 9), Microsoft.FSharp.Core.FSharpOption<int>.None);

    /// <summary>How many cases of a property are tried. A mutation run, which repeats the tests for each change, tries a tenth.</summary>
    /// <param name="most">The number in a normal run.</param>
    public static int Cases(int most) =>
#if MUTATION
        most / 10;
#else
        most;
#endif
}
