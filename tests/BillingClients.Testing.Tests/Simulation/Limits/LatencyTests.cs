using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

/// <summary>The latency of a simulated provider, by the simulator's clock.</summary>
public sealed class LatencyTests
{
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_sent_when_the_latency_is_over_and_the_request_has_taken_effect_before()
    {
        WatchedTimeProvider clock = new(Latency);
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync(clock);
        fixture.Simulator.Flexprice.Latency = Latency;
        Task<RawAnswer> sending = fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);
        await clock.WhenSet.WaitAsync(Token);

        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem();
        clock.Advance(Latency - TimeSpan.FromTicks(1));
        sending.IsCompleted.ShouldBeFalse();
        fixture.Simulator.Journal[0].Status.ShouldBeNull();
        clock.Advance(TimeSpan.FromTicks(1));

        (await sending).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_scripted_answer_and_a_refusal_are_as_late()
    {
        ImpatientTimeProvider clock = new();
        DateTimeOffset start = clock.GetUtcNow();
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync(clock);
        FlexpriceSimulation flexprice = fixture.Simulator.Flexprice;
        flexprice.Latency = Latency;
        flexprice.RateLimit = new(requests: 1, per: TimeSpan.FromMinutes(1));
        flexprice.Answer(418, "{}");

        (await fixture.Flexprice().SearchAsync()).Status.ShouldBe(418);
        (await fixture.Flexprice().SearchAsync()).Status.ShouldBe(429);

        (clock.GetUtcNow() - start).ShouldBe(2 * Latency);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(25 * TimeSpan.TicksPerDay)]
    public async Task A_time_that_no_timer_takes_is_refused(long ticks)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        ArgumentOutOfRangeException failure = Should.Throw<ArgumentOutOfRangeException>(() => fixture.Simulator.Flexprice.Latency = new TimeSpan(ticks));

        failure.ParamName.ShouldBe("Latency");
        failure.Message.ShouldStartWith("Make it zero or more, and at most 24 days.");
    }

    [Fact]
    public async Task The_wait_ends_when_the_client_goes_away()
    {
        WatchedTimeProvider clock = new(Latency);
        TaskCompletionSource<JournalEntry> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(
            new ProviderSimulatorOptions { TimeProvider = clock, Answered = ended.SetResult }, Token);
        simulator.Flexprice.Latency = Latency;
        using RawClient client = new(simulator.Flexprice.BaseAddress, "x-api-key", simulator.Flexprice.ApiKey);
        using CancellationTokenSource giveUp = new();
        using HttpRequestMessage request = new(HttpMethod.Post, $"{simulator.Flexprice.BaseAddress}/customers/search");
        Task<HttpResponseMessage> sending = client.SendAsync(request, giveUp.Token);
        await clock.WhenSet.WaitAsync(Token);

        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
        (await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), Token)).Status.ShouldBeNull();
    }

    [Fact]
    public async Task The_wait_ends_when_the_simulator_is_disposed()
    {
        WatchedTimeProvider clock = new(Latency);
        TaskCompletionSource<JournalEntry> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(
            new ProviderSimulatorOptions { TimeProvider = clock, Answered = ended.SetResult }, Token);
        simulator.Flexprice.Latency = Latency;
        using RawClient client = new(simulator.Flexprice.BaseAddress, "x-api-key", simulator.Flexprice.ApiKey);
        Task<RawAnswer> sending = client.SearchAsync();
        await clock.WhenSet.WaitAsync(Token);

        await simulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token);

        await Should.ThrowAsync<HttpRequestException>(sending);
        (await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), Token)).Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_negative_latency_is_refused()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        Should.Throw<ArgumentOutOfRangeException>(() => fixture.Simulator.Flexprice.Latency = TimeSpan.FromTicks(-1));
    }
}
