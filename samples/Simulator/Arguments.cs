using System.Globalization;

namespace Simulator;

/// <summary>The command line.</summary>
/// <param name="Port">The port; 0 for a free one.</param>
/// <param name="Detail">How much is said of each request.</param>
internal sealed record Arguments(int Port, Detail Detail)
{
    private const int UsualPort = 5080;

    internal static Arguments Parse(string[] args)
    {
        int port = Array.IndexOf(args, "--port");
        return new Arguments(
            port >= 0 && port + 1 < args.Length ? int.Parse(args[port + 1], CultureInfo.InvariantCulture) : UsualPort,
            args.Contains("--verbose") ? Detail.Everything : args.Contains("--quiet") ? Detail.Nothing : Detail.Line);
    }
}
