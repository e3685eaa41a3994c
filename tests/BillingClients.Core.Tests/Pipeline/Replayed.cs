using FsCheck;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>One seed for all properties, so that a failure is the same on every machine.</summary>
internal static class Replayed
{
    public static Replay Seed { get; } = new(new Rnd(20261120, 9), Microsoft.FSharp.Core.FSharpOption<int>.None);
}
