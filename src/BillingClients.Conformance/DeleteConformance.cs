using Xunit;

namespace BillingClients.Conformance;

/// <summary>A delete addresses a customer by the kinds of keys that are declared, and leaves what is declared.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class DeleteConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>By each kind of key, that customer is gone or put away, and its neighbour is not.</summary>
    /// <param name="kind">The kind of key.</param>
    [Theory]
    [InlineData(CustomerKeyKind.Id)]
    [InlineData(CustomerKeyKind.ExternalId)]
    public async Task Delete_has_the_declared_effect(CustomerKeyKind kind)
    {
        Customer customer = await AddAsync().ConfigureAwait(false);
        Customer neighbour = await AddAsync().ConfigureAwait(false);

        await AsDeclaredAsync(Capabilities.Delete.For(kind), $"Delete.By{kind}", DeleteAsync, async () =>
        {
            await DeleteAsync().ConfigureAwait(false);

            Assert.Empty(Harness.Objections);
            Assert.Equal(neighbour.Id, (await ReadAsync(neighbour).ConfigureAwait(false)).Id);
            Customer? left = await Client.FindAsync(KeyFor(customer, Capabilities.Get, "Get"), cancellationToken: Cancellation).ConfigureAwait(false);
            bool asDeclared = left is null || (Capabilities.DeleteEffect == DeleteEffect.Archives && left.Status == CustomerStatus.Archived);
            Assert.True(asDeclared, $"{Capabilities.DeleteEffect} is declared, and the customer is still read, with the status '{left?.Status}'.");
        }).ConfigureAwait(false);

        Task DeleteAsync() => Client.DeleteAsync(KeyOf(customer, kind), cancellationToken: Cancellation);
    }

    /// <summary>A customer that is gone is gone: deleting it again says so, or does nothing.</summary>
    [Fact]
    public async Task Deleting_twice_is_no_other_failure_than_not_found()
    {
        Customer customer = await AddAsync().ConfigureAwait(false);

        await AsDeclaredAsync(Capabilities.SupportFor(OperationKind.Delete), "Delete", DeleteAsync, async () =>
        {
            await DeleteAsync().ConfigureAwait(false);
            Exception? failure = await Record.ExceptionAsync(DeleteAsync).ConfigureAwait(false);

            Assert.True(failure is null or BillingNotFoundException { Operation.Kind: OperationKind.Delete }, $"{failure}");
        }).ConfigureAwait(false);

        Task DeleteAsync() => Client.DeleteAsync(KeyFor(customer, Capabilities.Delete, "Delete"), cancellationToken: Cancellation);
    }
}
