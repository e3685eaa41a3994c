using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using BillingClients.Testing;

namespace BillingClients.Docs.Tests.Samples;

/// <summary>
/// <c>samples/CustomerApi</c> in a process of its own, with a simulated Flexprice behind it. If <c>CUSTOMER_API</c> names a program, that one is run, such as a
/// native build.
/// </summary>
internal sealed class RunningApi : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly ProviderSimulator _simulator;

    private RunningApi(Process process, ProviderSimulator simulator, Uri address)
    {
        _process = process;
        _simulator = simulator;
        Http = new HttpClient { BaseAddress = address };
    }

    internal HttpClient Http { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static async Task<RunningApi> StartAsync()
    {
        ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        SimulatedProvider flexprice = simulator.Flexprice;
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            $"--Billing:Flexprice:BaseAddress={flexprice.BaseAddress}",
            $"--Billing:Flexprice:ApiKey={flexprice.ApiKey}",
        ];
        Process process = Process.Start(Program(settings))!;
        try
        {
            return new RunningApi(process, simulator, await ReadAddressAsync(process));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    internal async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        }

        using HttpResponseMessage response = await Http.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Token));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(Token);
        _process.Dispose();
        await _simulator.DisposeAsync();
    }

    private static ProcessStartInfo Program(string[] settings)
    {
        string built = Repository.PathOf($"samples/CustomerApi/bin/{Repository.Configuration}/net10.0/CustomerApi.dll");
        ProcessStartInfo program = Environment.GetEnvironmentVariable("CUSTOMER_API") is { } named
            ? new ProcessStartInfo(named, settings)
            : new ProcessStartInfo("dotnet", [built, .. settings]);
        program.RedirectStandardOutput = true;

        // A folder without the appsettings.json of another program.
        program.WorkingDirectory = Path.GetDirectoryName(built)!;
        return program;
    }

    private static async Task<Uri> ReadAddressAsync(Process process)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                return new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The API ended before it listened.");
    }
}
