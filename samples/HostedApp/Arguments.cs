using System.Globalization;

namespace HostedApp;

/// <summary>The command line.</summary>
/// <param name="Live">Whether to talk to the real providers.</param>
/// <param name="Seconds">How long to run; null for until Ctrl+C.</param>
internal sealed record Arguments(bool Live, double? Seconds)
{
    internal static Arguments Parse(string[] args)
    {
        int seconds = Array.IndexOf(args, "--seconds");
        return new Arguments(
            args.Contains("--live"),
            seconds >= 0 && seconds + 1 < args.Length ? double.Parse(args[seconds + 1], CultureInfo.InvariantCulture) : null);
    }
}
