using BillingClients.Core.Tests.Providers;
using BillingClients.Providers;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>A call by itself, without a client that makes it. Its clock stands still.</summary>
internal sealed class LoneCall : IDisposable
{
    private readonly ProviderAccount _account;

    internal LoneCall(
        BillingOperation? operation = null,
        CustomerCapabilities? capabilities = null,
        CallOptions? options = null,
        Action<OwnOptions>? configure = null,
        bool takesIdempotencyKey = false,
        Endpoint? endpoint = null,
        Endpoint? list = null,
        CancellationToken callerToken = default)
    {
        OwnOptions settings = new() { ApiKey = "key" };
        configure?.Invoke(settings);
        ProviderDescriptor provider = new("own", "Own", capabilities ?? new CustomerCapabilities());
        _account = ProviderAccount.Create(provider, new ApiKeyHeader("Authorization", ""), settings, timeProvider: Clock);
        ProviderRequest request = new(operation ?? CustomerOperation.Create, endpoint ?? new("POST", "/customers"))
        {
            List = list,
            TakesIdempotencyKey = takesIdempotencyKey,
        };
        Call = new ProviderCall(_account, request, options, callerToken);
    }

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 26, 9, 30, 0, TimeSpan.Zero));

    internal ProviderCall Call { get; }

    /// <summary>The call has sent its write.</summary>
    internal LoneCall Sent()
    {
        Call.Write.TryBegin(new RequestBody([])).ShouldBeTrue();
        return this;
    }

    /// <summary>An earlier attempt of the call may have taken effect.</summary>
    internal LoneCall Open()
    {
        Call.EndAttempt(Failed(503, outcomeUnknown: true));
        return this;
    }

    public void Dispose() => _account.Dispose();

    internal static BillingProviderException Failed(int status, bool outcomeUnknown = false, bool isTransient = false) => new(
        "It failed.",
        new BillingErrorDetails { Provider = "own", StatusCode = status, OutcomeUnknown = outcomeUnknown, IsTransient = isTransient });
}
