using System.Globalization;

namespace Simulator;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    internal const string Help = """
        The five billing providers on one loopback port, until Ctrl+C. It prints an address and an API key for each.

        Usage: Simulator [--port <number>] [--verbose | --quiet]

          --port <number>  Listens on this port; 5080 by default, 0 for a free one.
          --verbose        Prints headers and bodies of each request too. Keys are masked.
          --quiet          Prints no requests.
          --help           Prints this.
        """;

    /// <summary>The port; 0 for a free one.</summary>
    internal int Port { get; private init; } = 5080;

    /// <summary>How much is printed of each request.</summary>
    internal Detail Detail { get; private init; } = Detail.Line;

    /// <summary>Whether to print the help only.</summary>
    internal bool WantsHelp { get; private init; }

    /// <summary>What is wrong with the command line, on one line; null when all is well.</summary>
    internal string? Problem { get; private init; }

    internal static Arguments Parse(string[] args)
    {
        Arguments parsed = new();
        for (int place = 0; place < args.Length && parsed.Problem is null; place++)
        {
            parsed = args[place] switch
            {
                "--help" or "-h" => parsed with { WantsHelp = true },
                "--verbose" => parsed with { Detail = Detail.Everything },
                "--quiet" => parsed with { Detail = Detail.Nothing },
                "--port" => parsed.WithPort(++place < args.Length ? args[place] : ""),
                string unknown => parsed with { Problem = $"Unknown argument '{unknown}'. Try --help." },
            };
        }

        return parsed;
    }

    private Arguments WithPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
        ? this with { Port = port }
        : this with { Problem = $"'{text}' is not a port. Write --port and a number from 0 to 65535; 0 takes a free one." };
}
