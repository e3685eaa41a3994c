using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>A provider may write time stamps in whole seconds. A customer that a call created can then seem older than the call, by less than a second.</summary>
public sealed class ClockResolutionTests
{
    private static readonly DateTimeOffset WholeSecond = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public async Task With_the_smallest_tolerance_our_own_lost_create_is_ours(double tolerance)
    {
        FakeTimeProvider clock = new(WholeSecond.AddMilliseconds(900));
        using ScriptedClient scripted = Losing(WholeSecond, tolerance, clock);

        Customer customer = await scripted.Client.CreateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);

        customer.Id.ShouldBe("cust_1");
    }

    [Fact]
    public async Task With_the_smallest_tolerance_a_customer_that_is_older_by_more_than_a_second_is_not_ours()
    {
        FakeTimeProvider clock = new(WholeSecond.AddMilliseconds(900));
        using ScriptedClient scripted = Losing(WholeSecond.AddSeconds(-1), tolerance: 0, clock);

        await Should.ThrowAsync<BillingConflictException>(() => scripted.Client.CreateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_Date_a_customer_that_is_created_later_than_now_within_the_tolerance_is_ours()
    {
        using ScriptedClient scripted = Losing(WholeSecond.AddSeconds(30), tolerance: 30, new FakeTimeProvider(WholeSecond));

        Customer customer = await scripted.Client.CreateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);

        customer.Id.ShouldBe("cust_1");
    }

    [Fact]
    public async Task Without_a_Date_a_customer_that_is_created_later_than_that_has_an_unknown_age()
    {
        using ScriptedClient scripted = Losing(WholeSecond.AddSeconds(31), tolerance: 30, new FakeTimeProvider(WholeSecond));

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(
            () => scripted.Client.CreateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken));

        open.Found!.Id.ShouldBe("cust_1");
    }

    private static CustomerCreate Ada => new() { ExternalId = "crm-1815", Name = "Ada Lovelace" };

    private static ScriptedClient Losing(DateTimeOffset createdAt, double tolerance, TimeProvider clock) => new(
        (request, _) => request.Method == HttpMethod.Post
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
            : Task.FromResult(Answers.Customer(200, "crm-1815", createdAt)),
        options => options.ClockTolerance = TimeSpan.FromSeconds(tolerance),
        clock);
}
