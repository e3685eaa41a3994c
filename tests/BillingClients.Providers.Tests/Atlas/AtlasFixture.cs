using System.Text;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Atlas;

/// <summary>A simulator and a client that talks to it.</summary>
public sealed class AtlasFixture : IAsyncLifetime
{
    private const string Aside = "X-Aside";

    private readonly HttpClient _raw = new();

    public ProviderSimulator Simulator { get; private set; } = null!;

    public AtlasSimulation Provider => Simulator.Atlas;

    public AtlasCustomerClient Client { get; private set; } = null!;

    /// <summary>The simulator's clock; set it before the fixture starts. The client uses the system clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static CustomerCreate Ada => new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    /// <summary>A create with everything that Atlas holds.</summary>
    public static CustomerCreate FullAda => Ada with
    {
        Phone = "+442071234567",
        Description = "Annual plan, London office",
        BillingAddress = London,
        ShippingAddress = London with { Line2 = "Floor 3" },
        TaxExempt = true,
        TaxIds = [new TaxId("eu_vat", "DE123456789")],
        Metadata = new Dictionary<string, string> { ["tier"] = "gold" },
    };

    public static Address London => new()
    {
        Line1 = "12 St James's Square",
        Line2 = "Floor 2",
        City = "London",
        State = "Greater London",
        PostalCode = "SW1Y 4JH",
        Country = "GB",
    };

    public async ValueTask InitializeAsync()
    {
        Simulator = await ProviderSimulator.StartAsync(new ProviderSimulatorOptions { TimeProvider = Clock });
        Client = CreateClient(_ => { });
    }

    public AtlasCustomerClient CreateClient(Action<AtlasOptions> configure)
    {
        AtlasOptions options = new() { ApiKey = Provider.ApiKey, BaseAddress = Provider.BaseAddress, RetryBaseDelay = TimeSpan.Zero };
        configure(options);
        return new AtlasCustomerClient(options);
    }

    /// <summary>Does what the next request with that verb asks for, and answers it with something else.</summary>
    public void CommitThenAnswer(string method, SimulatedAnswer answer) => Provider.Answer(
        request =>
        {
            Send(request.Method, request.Path, request.BodyText, request.Header("Idempotency-Key")).ShouldBeInRange(200, 299);
            return answer;
        },
        OfClient(method));

    /// <summary>Requests with that verb that the client sends, not <see cref="Send"/>.</summary>
    public static RequestMatch OfClient(string method) => request => request.Method == method && request.Header(Aside) is null;

    /// <summary>Sends a request beside the client, and returns the status.</summary>
    public int Send(string method, string path, string body, string? idempotencyKey = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), Provider.BaseAddress.AbsoluteUri + path);
        request.Headers.Add("Authorization", $"Bearer {Provider.ApiKey}");
        request.Headers.Add(Aside, "true");
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = _raw.Send(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>The requests of the client, as verbs and targets below the base address.</summary>
    public IEnumerable<string> Sent => Provider.Requests
        .Where(request => request.Header(Aside) is null)
        .Select(request => $"{request.Method} {request.Target[Provider.BaseAddress.AbsolutePath.Length..]}");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _raw.Dispose();
        await Simulator.DisposeAsync();
    }
}
