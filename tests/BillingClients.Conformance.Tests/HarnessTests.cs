using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>
/// At each simulated provider, answers can be lost, delayed and replaced. The suite's tests of that pass where a harness cannot do it.
/// </summary>
public class HarnessTests
{
    private static readonly CustomerListRequest All = new();

    public static TheoryData<string> Providers => [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    public static TheoryData<string, LostAnswer> Losses => new MatrixTheoryData<string, LostAnswer>(
        DiscoveredProvider.All.Select(static provider => provider.Name), Enum.GetValues<LostAnswer>());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task The_answer_to_a_write_is_lost_once(string provider, LostAnswer how)
    {
        await using SimulatorHarness harness = await StartAsync(provider);
        ICustomerClient client = harness.CreateClient(UnsupportedFields.Ignore);
        using IDisposable? owned = client as IDisposable;

        harness.LoseNextAnswer(how).ShouldBeTrue();
        await client.ListPageAsync(All, cancellationToken: Token);
        harness.Simulator.Faults.Injected.ShouldBeEmpty();
        await Record.ExceptionAsync(() => client.CreateAsync(harness.NextSample(), cancellationToken: Token));

        harness.Simulator.Faults.Injected.ShouldHaveSingleItem().Committed.ShouldBe(how != LostAnswer.BeforeCommit);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Customers_are_hidden_from_as_many_reads(string provider)
    {
        await using SimulatorHarness harness = await StartAsync(provider);
        ICustomerClient client = harness.CreateClient(UnsupportedFields.Ignore);
        using IDisposable? owned = client as IDisposable;
        await client.CreateAsync(harness.NextSample(), cancellationToken: Token);

        harness.HideCustomers(1).ShouldBeTrue();

        (await client.ListPageAsync(All, cancellationToken: Token)).Items.ShouldBeEmpty();
        (await client.ListPageAsync(All, cancellationToken: Token)).Items.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_gateway_answers_a_read_or_a_write(string provider)
    {
        await using SimulatorHarness harness = await StartAsync(provider);
        ICustomerClient client = harness.CreateClient(UnsupportedFields.Ignore);
        using IDisposable? owned = client as IDisposable;

        harness.AnswerWithGatewayPage(toWrite: true).ShouldBeTrue();
        await client.ListPageAsync(All, cancellationToken: Token);
        harness.AnswerWithGatewayPage(toWrite: false).ShouldBeTrue();
        await Should.ThrowAsync<BillingException>(() => client.ListPageAsync(All, cancellationToken: Token));
        await Record.ExceptionAsync(() => client.CreateAsync(harness.NextSample(), cancellationToken: Token));

        harness.Provider.Requests.Count(static request => request.Status == 404).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_request_is_held_until_it_is_released(string provider)
    {
        await using SimulatorHarness harness = await StartAsync(provider);
        ICustomerClient client = harness.CreateClient();
        using IDisposable? owned = client as IDisposable;

        using HeldRequest held = harness.HoldNextRequest().ShouldNotBeNull();
        Task<CustomerPage> call = client.ListPageAsync(All, cancellationToken: Token);
        await held.Arrived.WaitAsync(harness.Patience, Token);
        call.IsCompleted.ShouldBeFalse();
        held.Dispose();

        (await call).Items.ShouldBeEmpty();
    }

    // Found by its name, as CompletenessTests asks for it.
    private static async Task<SimulatorHarness> StartAsync(string provider)
    {
        string name = $"{typeof(HarnessTests).Namespace}.{DiscoveredProvider.Called(provider).TypePrefix}Harness";
        SimulatorHarness harness = (SimulatorHarness)Activator.CreateInstance(typeof(HarnessTests).Assembly.GetType(name, throwOnError: true)!)!;
        await harness.StartAsync(Token);
        return harness;
    }
}
