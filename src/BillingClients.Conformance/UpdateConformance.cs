using Xunit;

namespace BillingClients.Conformance;

/// <summary>An update addresses a customer by the kinds of keys that are declared, and changes what is set.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class UpdateConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>By each kind of key, that customer is changed and its neighbour is not; and the answer is the customer after the change.</summary>
    /// <param name="kind">The kind of key.</param>
    [Theory]
    [InlineData(CustomerKeyKind.Id)]
    [InlineData(CustomerKeyKind.ExternalId)]
    public async Task Update_addresses_by_the_kinds_of_keys_that_are_declared(CustomerKeyKind kind)
    {
        Customer customer = await AddAsync(FullCustomer()).ConfigureAwait(false);
        Customer neighbour = await ReadAsync(await AddAsync(FullCustomer()).ConfigureAwait(false)).ConfigureAwait(false);
        CustomerCreate sample = Harness.NextSample();
        CustomerField[] changed = [.. CanChange.Take(1)];
        CustomerUpdate update = changed.Aggregate(new CustomerUpdate(), (all, field) => all.With(field, sample));

        await AsDeclaredAsync(Capabilities.Update.For(kind), $"Update.By{kind}", UpdateAsync, async () =>
        {
            Customer updated = await UpdateAsync().ConfigureAwait(false);

            Assert.Equal(customer.Id, updated.Id);
            CustomerField field = Assert.Single(changed);
            FieldAssert.IsReadAsDeclared(Capabilities.Field(field).Read, sample, updated, field);
            Assert.InRange(updated.Response!.StatusCode, 200, 299);
            Assert.Empty(Harness.Objections);
            FieldAssert.IsUnchanged(updated, await ReadAsync(updated).ConfigureAwait(false));
            FieldAssert.IsUnchanged(neighbour, await ReadAsync(neighbour).ConfigureAwait(false));
        }).ConfigureAwait(false);

        Task<Customer> UpdateAsync() => Client.UpdateAsync(KeyOf(customer, kind), update, cancellationToken: Cancellation);
    }

    /// <summary>Several fields change in one update, and fields of another provider are ignored.</summary>
    [Fact]
    public async Task Several_fields_change_at_once()
    {
        Customer customer = await AddAsync(FullCustomer()).ConfigureAwait(false);
        CustomerCreate sample = Harness.NextSample();
        CustomerUpdate update = CanChange.Aggregate(new CustomerUpdate { ProviderFields = [new ForeignFields()] }, (all, field) => all.With(field, sample));

        await AsDeclaredAsync(Capabilities.SupportFor(OperationKind.Update), "Update", UpdateAsync, async () =>
        {
            Customer updated = await UpdateAsync().ConfigureAwait(false);

            Assert.NotEmpty(CanChange);
            Assert.All(CanChange, field => FieldAssert.IsReadAsDeclared(Capabilities.Field(field).Read, sample, updated, field));
            Assert.Empty(Harness.Objections);
        }).ConfigureAwait(false);

        Task<Customer> UpdateAsync() => Client.UpdateAsync(KeyFor(customer, Capabilities.Update, "Update"), update, cancellationToken: Cancellation);
    }

    /// <summary>Sent twice, an update changes nothing more.</summary>
    [Fact]
    public async Task A_second_update_with_the_same_values_changes_nothing_more()
    {
        Customer customer = await AddAsync(FullCustomer()).ConfigureAwait(false);
        CustomerUpdate update = NewUpdate();

        await AsDeclaredAsync(Capabilities.SupportFor(OperationKind.Update), "Update", UpdateAsync, async () =>
        {
            Customer once = await UpdateAsync().ConfigureAwait(false);
            Customer twice = await UpdateAsync().ConfigureAwait(false);

            Assert.Equal(once.Id, twice.Id);
            FieldAssert.IsUnchanged(once, twice);
        }).ConfigureAwait(false);

        Task<Customer> UpdateAsync() => Client.UpdateAsync(KeyFor(customer, Capabilities.Update, "Update"), update, cancellationToken: Cancellation);
    }
}
