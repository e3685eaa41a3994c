using BillingClients.Providers;

namespace BillingClients.Core.Tests.Checks;

/// <summary>The options of a call are checked before anything is sent.</summary>
public sealed class CallOptionsTests
{
    public static TheoryData<CallOptions> Good =>
    [
        new CallOptions(),
        new CallOptions { Timeout = TimeSpan.FromTicks(1) },
        new CallOptions { Timeout = TimeSpan.FromDays(24) },
        new CallOptions { ApiKey = "tenant" },
        new CallOptions { IdempotencyKey = "k" },
        new CallOptions { IdempotencyKey = new string('~', 255) },
        new CallOptions { IdempotencyKey = "!" },
        new CallOptions { UnsupportedFields = UnsupportedFields.StoreInMetadata },
        new CallOptions { Headers = new Dictionary<string, string> { ["X-Trace_1.a"] = "a b ~", ["X-Empty"] = "" } },
    ];

    public static TheoryData<CallOptions, string> Bad => new()
    {
        { new CallOptions { Timeout = TimeSpan.Zero }, "CallOptions.Timeout must be more than zero" },
        { new CallOptions { Timeout = TimeSpan.FromDays(24) + TimeSpan.FromTicks(1) }, "CallOptions.Timeout must be more than zero" },
        { new CallOptions { ApiKey = "" }, "CallOptions.ApiKey" },
        { new CallOptions { IdempotencyKey = "" }, "CallOptions.IdempotencyKey must be 1 to 255" },
        { new CallOptions { IdempotencyKey = new string('k', 256) }, "CallOptions.IdempotencyKey must be 1 to 255" },
        { new CallOptions { IdempotencyKey = "a b" }, "CallOptions.IdempotencyKey must be 1 to 255" },
        { new CallOptions { IdempotencyKey = "a\u007f" }, "CallOptions.IdempotencyKey must be 1 to 255" },
        { new CallOptions { UnsupportedFields = (UnsupportedFields)7 }, "CallOptions.UnsupportedFields is 7" },
        { Header("", "1"), "contains a name that is not a valid header name" },
        { Header("X Trace", "1"), "contains a name that is not a valid header name" },
        { Header("Authorization", "1"), "CallOptions.Headers[Authorization] is set by the client" },
        { Header("idempotency-key", "1"), "CallOptions.Headers[idempotency-key] is set by the client" },
        { Header("content-md5", "1"), "CallOptions.Headers[content-md5] is set by the client" },
        { Header("X-Trace", null), "CallOptions.Headers[X-Trace] contains a line break" },
        { Header("X-Trace", "1\r\n"), "CallOptions.Headers[X-Trace] contains a line break" },
        { Header("X-Trace", "\u007f"), "CallOptions.Headers[X-Trace] contains a line break" },
    };

    [Theory]
    [MemberData(nameof(Good), DisableDiscoveryEnumeration = true)]
    public void What_can_be_sent_is_taken(CallOptions options) => Read(options).ShouldNotBeNull();

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_sent_is_refused_by_name(CallOptions options, string problem) =>
        Should.Throw<BillingValidationException>(() => Read(options)).Message.ShouldContain(problem);

    [Fact]
    public void No_options_are_none() => Read(options: null).ShouldBeNull();

    [Fact]
    public void Headers_are_those_at_the_beginning_of_the_call()
    {
        Dictionary<string, string> headers = new() { ["X-Trace"] = "1" };

        CallOptions read = Read(new CallOptions { Headers = headers })!;
        headers["X-Trace"] = "2";

        read.Headers!["X-Trace"].ShouldBe("1");
    }

    [Fact]
    public void Everything_that_cannot_be_sent_is_listed()
    {
        CallOptions options = new()
        {
            Timeout = TimeSpan.Zero,
            ApiKey = "",
            IdempotencyKey = "a b",
            Headers = new Dictionary<string, string> { ["X Trace"] = "1", ["Cookie"] = "1", ["X-Trace"] = "\n" },
        };

        Should.Throw<BillingValidationException>(() => Read(options)).Errors.Select(static error => error.Field).ShouldBe(
        [
            "CallOptions.Timeout", "CallOptions.ApiKey", "CallOptions.IdempotencyKey", "CallOptions.Headers", "CallOptions.Headers[Cookie]",
            "CallOptions.Headers[X-Trace]",
        ]);
    }

    private static CallOptions? Read(CallOptions? options)
    {
        FieldCheck check = new(new ProviderDescriptor("own", "Own", new CustomerCapabilities()), CustomerOperation.Get);
        CallOptions? read = CallOptionsCheck.Read(check, options);
        check.ThrowIfRefused();
        return read;
    }

    private static CallOptions Header(string name, string? value) => new() { Headers = new Dictionary<string, string> { [name] = value! } };
}
