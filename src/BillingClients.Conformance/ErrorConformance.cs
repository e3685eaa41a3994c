using Xunit;

namespace BillingClients.Conformance;

/// <summary>Failures have the type of their meaning, and say which provider and which operation.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class ErrorConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>A customer that does not exist is not found, by every operation and every kind of key; an update does not create it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="kind">The kind of key.</param>
    [Theory]
    [InlineData(OperationKind.Get, CustomerKeyKind.Id)]
    [InlineData(OperationKind.Get, CustomerKeyKind.ExternalId)]
    [InlineData(OperationKind.Update, CustomerKeyKind.Id)]
    [InlineData(OperationKind.Update, CustomerKeyKind.ExternalId)]
    [InlineData(OperationKind.Delete, CustomerKeyKind.Id)]
    [InlineData(OperationKind.Delete, CustomerKeyKind.ExternalId)]
    public async Task Nobody_is_not_found(OperationKind operation, CustomerKeyKind kind)
    {
        CustomerKey key = Harness.MissingKey(kind);

        await AsDeclaredAsync(Capabilities.KeysFor(operation).For(kind), $"{operation}.By{kind}", CallAsync, async () =>
        {
            BillingNotFoundException failure = await Assert.ThrowsAsync<BillingNotFoundException>(CallAsync).ConfigureAwait(false);

            Assert.Equal(Client.Provider.Name, failure.Provider);
            Assert.Equal(operation, failure.Operation?.Kind);
            Assert.True(failure.Attempts > 0, "It is the provider that knows that there is nobody.");
            Assert.False(failure.IsTransient);
            Assert.DoesNotContain(key.Value, failure.ToString(), StringComparison.Ordinal);
        }).ConfigureAwait(false);

        Task CallAsync() => operation switch
        {
            OperationKind.Get => Client.GetAsync(key, cancellationToken: Cancellation),
            OperationKind.Update => Client.UpdateAsync(key, NewUpdate(), cancellationToken: Cancellation),
            _ => Client.DeleteAsync(key, cancellationToken: Cancellation),
        };
    }

    /// <summary>The unique key of another customer cannot be taken by an update.</summary>
    [Fact]
    public async Task An_update_to_a_unique_key_that_is_taken_is_a_conflict()
    {
        Customer first = await AddAsync(FullCustomer()).ConfigureAwait(false);
        Customer second = await AddAsync(FullCustomer()).ConfigureAwait(false);
        (CustomerField field, CustomerCreate taken) = Capabilities.UniqueKey == UniqueKey.Email
            ? (CustomerField.Email, new CustomerCreate { Email = second.Email })
            : (CustomerField.ExternalId, new CustomerCreate { ExternalId = second.ExternalId });
        Support support = Capabilities.Field(field).Update;

        CustomerKey key = KeyFor(first, Capabilities.Update, "Update");
        CustomerUpdate update = new CustomerUpdate().With(field, taken);
        Exception? failure = await Record.ExceptionAsync(() => Client.UpdateAsync(key, update, cancellationToken: Cancellation)).ConfigureAwait(false);

        Assert.True(
            failure switch
            {
                BillingConflictException conflict => conflict.Operation == CustomerOperation.Update && (conflict.ExistingId ?? second.Id) == second.Id,
                UnsupportedCapabilityException => Capabilities.Update == default,
                UnsupportedFieldException => support == Support.Unsupported,
                BillingValidationException => true,
                _ => Capabilities.TakenKeyEffect is TakenKeyEffect.CreatesSecond or TakenKeyEffect.Unknown && failure is null or BillingException,
            },
            $"The unique key is {Capabilities.UniqueKey}, and the update of {field} {support}; the outcome: {failure?.ToString() ?? "nothing failed"}");
        FieldAssert.IsUnchanged(second, await ReadAsync(second).ConfigureAwait(false));
    }
}
