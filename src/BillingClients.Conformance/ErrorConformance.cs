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

    /// <summary>
    /// An update to a unique key that another customer has is refused, as a conflict or as a value that the provider rejects, and changes nothing. If customers
    /// may share the key, the update succeeds.
    /// </summary>
    [Fact]
    public async Task An_update_to_a_unique_key_that_is_taken_is_refused()
    {
        Customer first = await ReadAsync(await AddAsync(FullCustomer()).ConfigureAwait(false)).ConfigureAwait(false);
        Customer second = await ReadAsync(await AddAsync(FullCustomer()).ConfigureAwait(false)).ConfigureAwait(false);
        CustomerField field = Capabilities.UniqueKey == UniqueKey.Email ? CustomerField.Email : CustomerField.ExternalId;
        CustomerCreate taken = new() { Email = second.Email, ExternalId = second.ExternalId };

        if (Capabilities.Update == default)
        {
            await RefusedAsync<UnsupportedCapabilityException>(TakeAsync).ConfigureAwait(false);
        }
        else if (Capabilities.Field(field).Update == Support.Unsupported)
        {
            await RefusedAsync<UnsupportedFieldException>(TakeAsync).ConfigureAwait(false);
        }
        else if (Capabilities.UniqueKey == UniqueKey.None || Capabilities.TakenKeyEffect == TakenKeyEffect.CreatesSecond)
        {
            Assert.Null(await Record.ExceptionAsync(TakeAsync).ConfigureAwait(false));
            FieldAssert.IsReadAsDeclared(Capabilities.Field(field).Read, taken, await ReadAsync(first).ConfigureAwait(false), field);
        }
        else if (Capabilities.TakenKeyEffect == TakenKeyEffect.Unknown)
        {
            await LeftToProviderAsync(TakeAsync).ConfigureAwait(false);
        }
        else
        {
            BillingException refusal = await Assert.ThrowsAnyAsync<BillingException>(TakeAsync).ConfigureAwait(false);
            Assert.True(
                refusal is BillingConflictException or BillingValidationException { Attempts: > 0 },
                $"The provider should refuse the update; instead: {refusal}");
            Assert.Equal(CustomerOperation.Update, refusal.Operation);
            Assert.Equal(second.Id, (refusal as BillingConflictException)?.ExistingId ?? second.Id);
            FieldAssert.IsUnchanged(first, await ReadAsync(first).ConfigureAwait(false));
        }

        FieldAssert.IsUnchanged(second, await ReadAsync(second).ConfigureAwait(false));

        Task TakeAsync() => Client.UpdateAsync(
            KeyFor(first, Capabilities.Update, "Update"), new CustomerUpdate().With(field, taken), cancellationToken: Cancellation);
    }
}
