using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BillingClients.Docs.Tests.Samples;

/// <summary><c>samples/Simulator</c> listens until it is stopped, and says in one line what is wrong with its command line.</summary>
public sealed class SimulatorTests
{
    private static readonly string Program = Repository.PathOf($"samples/Simulator/bin/{Repository.Configuration}/net10.0/Simulator.dll");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_help_is_printed()
    {
        Ran ran = await RunAsync("--help");

        ran.ShouldSucceed("samples/Simulator");
        ran.Output.ShouldContain("Usage: Simulator [--port <number>] [--verbose | --quiet]");
        ran.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("'abc' is not a port. Write --port and a number from 0 to 65535; 0 takes a free one.", "--port", "abc")]
    [InlineData("'70000' is not a port. Write --port and a number from 0 to 65535; 0 takes a free one.", "--port", "70000")]
    [InlineData("'' is not a port. Write --port and a number from 0 to 65535; 0 takes a free one.", "--quiet", "--port")]
    [InlineData("Unknown argument '--prot'. Try --help.", "--prot", "5080")]
    public async Task A_wrong_command_line_is_one_plain_line(string line, params string[] arguments)
    {
        Ran ran = await RunAsync(arguments);

        (ran.ExitCode, ran.Output, ran.Errors).ShouldBe((1, "", line + Environment.NewLine));
    }

    [Fact]
    public async Task A_taken_port_is_one_plain_line()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        Ran ran = await RunAsync("--port", $"{port}");

        (ran.ExitCode, ran.Output).ShouldBe((1, ""));
        ran.Errors.ShouldStartWith($"Port {port} cannot be used: ");
        ran.Errors.ShouldEndWith($". Choose another with --port; 0 takes a free one.{Environment.NewLine}");
        ran.Errors.Split(Environment.NewLine).Length.ShouldBe(2);
    }

    [Fact]
    public async Task It_prints_addresses_and_keys_and_each_request_without_its_key()
    {
        ProcessStartInfo start = new("dotnet", [Program, "--port", "0", "--verbose"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        try
        {
            List<string> providers = await ReadUntilAsync(process, static line => line.StartsWith("Listening", StringComparison.Ordinal));
            string[] flexprice = providers.Single(static line => line.StartsWith("flexprice ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            using HttpClient http = new();
            http.DefaultRequestHeaders.Add("x-api-key", flexprice[2]);

            (await http.GetAsync(new Uri($"{flexprice[1]}/customers/cust_1"), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            string request = (await ReadUntilAsync(process, static line => line.StartsWith("#1 ", StringComparison.Ordinal)))[^1];

            providers.Count.ShouldBe(6);
            request.ShouldStartWith("#1 flexprice GET /flexprice/v1/customers/cust_1 → 404 | ");
            request.ShouldContain("x-api-key: ***");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(Token);
        }
    }

    private static Task<Ran> RunAsync(params string[] arguments) => Ran.DotnetAsync(Repository.Root, [Program, .. arguments]);

    private static async Task<List<string>> ReadUntilAsync(Process process, Func<string, bool> isLast)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            lines.Add(line);
            if (isLast(line))
            {
                return lines;
            }
        }

        throw new InvalidOperationException("The simulator ended.");
    }
}
