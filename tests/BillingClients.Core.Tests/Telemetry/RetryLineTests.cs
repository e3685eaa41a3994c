using System.Globalization;
using BillingClients.Core.Tests.Fixtures;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>The line about a retry shows the wait in whole milliseconds, or in tenths if it is short, and a request id only if there is one.</summary>
public sealed class RetryLineTests
{
    private static readonly ProviderDescriptor Own = new("own", "Own", new CustomerCapabilities());

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.04", "0")]
    [InlineData("1.2345", "1.2")]
    [InlineData("12.3456", "12")]
    [InlineData("1234.5678", "1235")]
    public void The_wait_has_no_needless_decimals(string milliseconds, string shown)
    {
        ProviderCall call = NewCall();
        call.NextDelay = TimeSpan.FromMilliseconds(double.Parse(milliseconds, CultureInfo.InvariantCulture));

        Retry(call).ShouldBe($"own: attempt 0 of customer.create failed with _OTHER, request id none; the next attempt follows in {shown} ms");
    }

    [Fact]
    public void A_request_id_is_shown()
    {
        ProviderCall call = NewCall();
        call.PrintableRequestId = "req_1";

        Retry(call).ShouldBe("own: attempt 0 of customer.create failed with _OTHER, request id req_1; the next attempt follows in 0 ms");
    }

    private static string Retry(ProviderCall call)
    {
        using LogRecorder logs = new();
        new CallTelemetry(Own, "own", logs.CreateLogger(BillingTelemetry.Name)).Retrying(call, exception: null);
        return logs.Of(3).ShouldHaveSingleItem().Message;
    }

    private static ProviderCall NewCall()
    {
        using ProviderAccount account = ProviderAccount.Create(Own, new ApiKeyHeader("x-api-key", ""), new FlexpriceOptions { ApiKey = "sk_1" });
        return new ProviderCall(account, new ProviderRequest(CustomerOperation.Create, new Endpoint("POST", "/customers")), options: null, CancellationToken.None);
    }
}
