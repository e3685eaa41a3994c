using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>Flexprice reads from a replica that may lag behind, so "not found" does not show that a customer was archived if it was created lately.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexpriceFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_delete_of_a_customer_that_the_replica_does_not_show_yet_is_unknown_after_a_lost_attempt()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexpriceFixture.Ada, cancellationToken: None);
        _fixture.Provider.Fault(SimulatedFault.ErrorBeforeCommit(503), IsDelete);
        _fixture.Simulator.Flexprice.ReplicaLag = TimeSpan.FromHours(1);

        BillingNotFoundException failure =
            await Should.ThrowAsync<BillingNotFoundException>(() => _fixture.Client.DeleteAsync(CustomerKey.FromId(created.Id), cancellationToken: None));

        failure.OutcomeUnknown.ShouldBeTrue();
        failure.Message.ShouldEndWith(
            "It is unknown whether an earlier attempt deleted the customer. Read the customer, then decide whether to delete it again.");
        _fixture.Provider.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeFalse();
    }

    [Fact]
    public async Task A_delete_by_external_id_that_finds_nobody_after_a_failed_attempt_is_not_counted_as_deleted()
    {
        await _fixture.Client.CreateAsync(FlexpriceFixture.Ada, cancellationToken: None);
        _fixture.Provider.Fault(SimulatedFault.ErrorBeforeCommit(503), IsDelete);
        _fixture.Provider.Fault(SimulatedFault.LaggingRead, _ => _fixture.Provider.Requests.Any(IsDelete));

        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(
            () => _fixture.Client.DeleteAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: None));

        failure.OutcomeUnknown.ShouldBeTrue();
        _fixture.Provider.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeFalse();
    }

    [Fact]
    public async Task A_delete_of_a_customer_that_this_client_did_not_create_lately_succeeds_when_a_later_attempt_finds_nobody()
    {
        using FlexpriceCustomerClient other = _fixture.CreateClient(static _ => { });
        Customer created = await other.CreateAsync(FlexpriceFixture.Ada, cancellationToken: None);
        _fixture.Provider.Fault(SimulatedFault.ResetAfterCommit, IsDelete);

        await _fixture.Client.DeleteAsync(CustomerKey.FromId(created.Id), cancellationToken: None);

        _fixture.Provider.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
        _fixture.Provider.Requests.Count(IsDelete).ShouldBe(2);
    }

    private static bool IsDelete(JournalEntry request) => request.Method == "DELETE";
}
