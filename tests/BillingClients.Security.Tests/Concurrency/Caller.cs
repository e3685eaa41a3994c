using System.Globalization;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Concurrency;

/// <summary>One of many callers: what happens to its call is settled by its number, and everything about it carries the number.</summary>
internal sealed class Caller(Bench bench, int number, string storedId)
{
    public const string Header = "X-Caller";

    private readonly string _number = number.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The key of this call alone; null for the client's.</summary>
    public string? OwnKey { get; private set; }

    private CancellationToken Test => TestContext.Current.CancellationToken;

    public Task CallAsync() => (number % 8) switch
    {
        0 or 1 => CreatesAsync(),
        2 => ReadsAsync(),
        3 => FindsNobodyAsync(),
        4 => UsesAKeyOfItsOwnAsync(),
        5 => IsToldTheFailureAsync(),
        6 => IsCutOffAsync(),
        _ => CancelsAsync(),
    };

    private async Task CreatesAsync()
    {
        Customer customer = await bench.Client.CreateAsync(Person(), Options(), Test);
        customer.Email.ShouldBe(Person().Email);
    }

    private async Task ReadsAsync()
    {
        Customer customer = await bench.Client.GetAsync(KeyOf("crm-1815", storedId), Options(), Test);
        customer.Email.ShouldBe(Bench.Sample.Email);
    }

    private async Task FindsNobodyAsync()
    {
        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(() => bench.Client.GetAsync(Nobody(), Options(), Test));
        failure.Attempts.ShouldBe(1);
    }

    private async Task UsesAKeyOfItsOwnAsync()
    {
        OwnKey = Keys.Of(bench.Provider.Name, $"tenant{_number}");
        await Should.ThrowAsync<BillingAuthenticationException>(() => bench.Client.GetAsync(KeyOf("crm-1815", storedId), Options(), Test));
    }

    private async Task IsToldTheFailureAsync()
    {
        bench.Provider.Answer(SimulatedAnswer.Json(503, $$"""{"own":"{{_number}}"}""").WithHeader("X-Request-Id", _number), IsMine);
        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(() => bench.Client.GetAsync(Nobody(), Options(), Test));
        failure.ResponseBody.ShouldBe($$"""{"own":"{{_number}}"}""");
        failure.RequestId.ShouldBe(_number);
    }

    private async Task IsCutOffAsync()
    {
        bench.Provider.Fault(number % 16 == 6 ? SimulatedFault.ResetBeforeRead : SimulatedFault.TruncatedBody, IsMine);
        await Should.ThrowAsync<BillingConnectionException>(() => bench.Client.GetAsync(KeyOf("crm-1815", storedId), Options(), Test));
    }

    // The call is cancelled when its request has arrived, and is never answered whole.
    private async Task CancelsAsync()
    {
        using CancellationTokenSource cancellation = new();
        bench.Provider.Fault(number % 16 == 7 ? SimulatedFault.StallBeforeCommit : SimulatedFault.StallInBody, request =>
        {
            if (IsMine(request))
            {
                cancellation.CancelAfter(0);
                return true;
            }

            return false;
        });
        OperationCanceledException cancelled = await Should.ThrowAsync<OperationCanceledException>(() => bench.Client.GetAsync(Nobody(), Options(), cancellation.Token));
        cancelled.CancellationToken.ShouldBe(cancellation.Token);
    }

    private bool IsMine(JournalEntry request) => request.Header(Header) == _number;

    private CallOptions Options() => new() { ApiKey = OwnKey, Headers = new Dictionary<string, string> { [Header] = _number } };

    private CustomerCreate Person() => new() { ExternalId = $"crm-{_number}", Name = $"Ada {_number}", Email = $"ada{_number}@example.com" };

    private CustomerKey Nobody() => KeyOf($"nobody-{_number}", $"nobody-{_number}");

    private CustomerKey KeyOf(string externalId, string id) =>
        bench.Client.Provider.Capabilities.Get.ById == Support.Unsupported ? CustomerKey.FromExternalId(externalId) : CustomerKey.FromId(id);
}
