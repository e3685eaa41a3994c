using BillingClients.Core.Tests.Fixtures;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>How the log names failures. <see cref="CallTelemetryTests"/> has the lines of real calls.</summary>
public sealed class FailureNameTests
{
    private const string Canary = "canary";

    public static TheoryData<Exception, string, string> Failures => new()
    {
        { new BillingAuthenticationException(Canary, Details(401)), "401", nameof(BillingAuthenticationException) },
        { new BillingProviderException(Canary, Details(503)), "503", nameof(BillingProviderException) },
        { new RedirectRefusedException(Canary, Details(302)), "302", nameof(RedirectRefusedException) },
        { new UnreadableResponseException(Canary, Details(200), Canary), nameof(UnreadableResponseException), "HTTP 200" },
        { new BillingValidationException(Canary, Details(200), [new FieldError(Canary, Canary)]), nameof(BillingValidationException), "HTTP 200" },
        { new BillingValidationException(Canary, Details(), [new FieldError("Email", Canary), new FieldError("Name", Canary)]), nameof(BillingValidationException), "Email, Name" },
        { new UnsupportedCapabilityException(Canary, Details(), "Delete", Canary), nameof(UnsupportedCapabilityException), "Delete" },
        { new BillingTimeoutException(Canary, Details(), BillingTimeout.Attempt, TimeSpan.Zero, null), nameof(BillingTimeoutException), "Attempt" },
        { Connection(new HttpRequestException(HttpRequestError.NameResolutionError)), nameof(BillingConnectionException), "NameResolutionError" },
        { Connection(new HttpRequestException(Canary)), nameof(BillingConnectionException), nameof(HttpRequestException) },
        { Connection(new InvalidOperationException(Canary)), nameof(BillingConnectionException), nameof(InvalidOperationException) },
        { new BillingConnectionException(Canary, Details()), nameof(BillingConnectionException), "none" },
        { new OperationCanceledException(), nameof(OperationCanceledException), "none" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_has_a_type_and_a_cause_without_values(Exception failure, string type, string cause)
    {
        FailureName.TypeOf(failure).ShouldBe(type);
        FailureName.CauseOf(failure).ShouldBe(cause);
    }

    [Fact]
    public void A_name_of_a_property_stays_in_one_line() =>
        FailureName.CauseOf(new BillingValidationException(Canary, Details(), [new FieldError("a\nb", Canary)])).ShouldNotContain("\n");

    private static BillingConnectionException Connection(Exception cause) => new(Canary, Details(), cause);

    private static BillingErrorDetails Details(int? status = null) => new() { Provider = "flexprice", StatusCode = status };
}
