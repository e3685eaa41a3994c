using BillingClients.Providers;
using Xunit;

namespace BillingClients.Conformance;

/// <summary>Each field is changed and cleared by an update as declared, and the others are left alone.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class FieldUpdateConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>Set to a value, the field has that value and the others are what they were; or the update is refused before sending.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.Writable), MemberType = typeof(CustomerFields))]
    public async Task A_field_is_changed_as_declared(CustomerField field)
    {
        CustomerCreate sample = Harness.NextSample();
        CustomerUpdate update = field is CustomerField.FirstName or CustomerField.LastName && Capabilities.Field(field).Update != Support.Unsupported
            ? new CustomerUpdate { FirstName = sample.FirstName, LastName = sample.LastName }
            : new CustomerUpdate().With(field, sample);
        Customer before = await ReadAsync(await AddAsync(FullCustomer()).ConfigureAwait(false)).ConfigureAwait(false);

        FieldSupport support = Capabilities.Field(field);

        await FieldAsDeclaredAsync(field, support.Update, "Update", before, update, after =>
        {
            if (field is CustomerField.FirstName or CustomerField.LastName && support.Update == Support.Emulated)
            {
                FieldAssert.IsPartOfName(support.Read, sample, after, field);
            }
            else
            {
                FieldAssert.IsReadAsDeclared(support.Read, sample, after, field);
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Set to null, the field is absent and the others are what they were; or the update is refused before sending.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.Writable), MemberType = typeof(CustomerFields))]
    public async Task A_field_is_cleared_as_declared(CustomerField field)
    {
        CustomerUpdate update = new CustomerUpdate().With(field, FieldValues.Nothing);
        Customer before = await ReadAsync(await AddAsync(FullCustomer()).ConfigureAwait(false)).ConfigureAwait(false);

        await FieldAsDeclaredAsync(
            field,
            Capabilities.Field(field).Clear,
            "Clear",
            before,
            update,
            after => FieldAssert.IsCleared(after, field, FieldValues.Of(before, field))).ConfigureAwait(false);
    }

    /// <summary>Metadata is replaced as a whole: an entry that is left out is gone.</summary>
    [Fact]
    public async Task Metadata_is_replaced_as_a_whole()
    {
        Customer before = await AddAsync(FullCustomer()).ConfigureAwait(false);
        CustomerUpdate update = new() { Metadata = new Dictionary<string, string> { ["only"] = "this" } };

        await FieldAsDeclaredAsync(CustomerField.Metadata, Capabilities.Field(CustomerField.Metadata).Update, "Update", before, update, static after =>
            Assert.Equal(["only"], after.Metadata.Keys.Where(static key => key != ExternalIdInMetadata.Key))).ConfigureAwait(false);
    }

    private async Task FieldAsDeclaredAsync(
        CustomerField field, Support support, string aspect, Customer before, CustomerUpdate update, Action<Customer> check)
    {
        if (Capabilities.Update == default)
        {
            await RefusedAsync<UnsupportedCapabilityException>(UpdateAsync).ConfigureAwait(false);
        }
        else if (support == Support.Unsupported)
        {
            UnsupportedFieldException refusal = await RefusedAsync<UnsupportedFieldException>(UpdateAsync).ConfigureAwait(false);
            Assert.Equal(field, refusal.Field);
        }
        else if (Works(support, $"Fields.{field}.{aspect}"))
        {
            Customer after = await UpdateAsync().ConfigureAwait(false);
            Customer read = await ReadAsync(after).ConfigureAwait(false);
            Assert.All([after, read], check);
            FieldAssert.OthersAreLeft(before, read, field);
            Assert.Empty(Harness.Objections);
        }
        else
        {
            await LeftToProviderAsync(UpdateAsync).ConfigureAwait(false);
        }

        Task<Customer> UpdateAsync() => Client.UpdateAsync(KeyFor(before, Capabilities.Update, "Update"), update, cancellationToken: Cancellation);
    }
}
