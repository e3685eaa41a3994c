using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

public sealed class StatusFaultTests
{
    public static TheoryData<string, int, bool, string?> Faults => new()
    {
        { nameof(FaultKind.RequestTimeout), 408, false, null },
        { nameof(FaultKind.TooManyRequests), 429, false, "too_many_requests" },
        { nameof(FaultKind.ErrorBeforeCommit), 503, false, "service_unavailable" },
        { nameof(FaultKind.ErrorAfterCommit), 500, true, "internal_error" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_error_status_comes_in_the_providers_words_and_commits_or_not(string kind, int status, bool committed, string? code)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        SimulatedFault fault = kind switch
        {
            nameof(FaultKind.RequestTimeout) => SimulatedFault.RequestTimeout(),
            nameof(FaultKind.TooManyRequests) => SimulatedFault.TooManyRequests(),
            nameof(FaultKind.ErrorBeforeCommit) => SimulatedFault.ErrorBeforeCommit(status),
            _ => SimulatedFault.ErrorAfterCommit(status),
        };
        fixture.Simulator.Flexprice.Fault(fault);

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);

        answer.Status.ShouldBe(status);
        if (code is not null)
        {
            answer.Json["code"]!.ToString().ShouldBe(code);
        }

        answer.Headers.ShouldNotContainKey("Retry-After");
        answer.Headers.ShouldContainKey("X-Request-ID");
        fixture.Simulator.Flexprice.Customers.Count.ShouldBe(committed ? 1 : 0);
        InjectedFault injected = fixture.Simulator.Faults.Injected.ShouldHaveSingleItem();
        injected.Kind.ToString().ShouldBe(kind);
        injected.Committed.ShouldBe(committed);
    }

    [Theory]
    [InlineData(false, "2")]
    [InlineData(true, "Fri, 20 Nov 2026 09:15:01 GMT")]
    public async Task Retry_after_comes_in_whole_seconds_or_as_a_date(bool asDate, string expected)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.TooManyRequests(TimeSpan.FromSeconds(1.5), asDate));

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);

        answer.Headers["Retry-After"].ShouldBe(expected);
    }

    [Theory]
    [InlineData(false, "30")]
    [InlineData(true, "Fri, 20 Nov 2026 09:15:30 GMT")]
    public async Task A_server_error_can_ask_to_wait_too(bool asDate, string expected)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        SimulatedFault fault = SimulatedFault.ErrorBeforeCommit(503) with { RetryAfter = TimeSpan.FromSeconds(30), RetryAfterAsDate = asDate };
        fixture.Simulator.Flexprice.Fault(fault);

        (await fixture.Flexprice().SearchAsync()).Headers["Retry-After"].ShouldBe(expected);
    }
}
