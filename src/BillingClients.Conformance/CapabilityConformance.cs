using Xunit;

namespace BillingClients.Conformance;

/// <summary>What a client says of its provider is consistent with itself, so that code can rely on it.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class CapabilityConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>
    /// The name is a word of lower-case letters, digits and hyphens: it is used in registrations, telemetry and <see cref="Customer.Provider"/>.
    /// </summary>
    [Fact]
    public void The_provider_has_a_short_name_and_one_for_people()
    {
        Assert.Matches("^[a-z][a-z0-9-]*$", Client.Provider.Name);
        Assert.NotEmpty(Client.Provider.DisplayName);
        Assert.Equal(Client.Provider.DisplayName, Client.Provider.ToString());
    }

    /// <summary>The declaration does not change while the client lives, however its calls end.</summary>
    [Fact]
    public async Task The_declaration_stays_the_same()
    {
        CustomerCapabilities before = Capabilities;

        await ReadAsync(await AddAsync().ConfigureAwait(false)).ConfigureAwait(false);
        CustomerKey nobody = Harness.MissingKey(Capabilities.Get.ById == Support.Unsupported ? CustomerKeyKind.ExternalId : CustomerKeyKind.Id);
        await Assert.ThrowsAnyAsync<BillingException>(() => Client.GetAsync(nobody, cancellationToken: Cancellation)).ConfigureAwait(false);

        Assert.Same(before, Capabilities);
    }

    /// <summary>A delete that leaves something, or nothing, exists; no delete has no effect.</summary>
    [Fact]
    public void A_delete_effect_is_declared_exactly_when_there_is_a_delete() =>
        Assert.Equal(Capabilities.Delete == default, Capabilities.DeleteEffect == DeleteEffect.None);

    /// <summary>A field that a create must have is one that a create can have, and cannot be cleared.</summary>
    [Fact]
    public void Required_fields_can_be_stored_and_not_cleared() => Assert.All(Capabilities.RequiredFields, field =>
    {
        Assert.NotEqual(Support.Unsupported, Capabilities.Field(field).Create);
        Assert.Equal(Support.Unsupported, Capabilities.Field(field).Clear);
    });

    /// <summary>What is unique must be storable.</summary>
    [Fact]
    public void The_unique_key_can_be_stored()
    {
        Support support = Capabilities.UniqueKey switch
        {
            UniqueKey.ExternalId => Capabilities.Field(CustomerField.ExternalId).Create,
            UniqueKey.Email => Capabilities.Field(CustomerField.Email).Create,
            _ => Capabilities.Create,
        };
        Assert.NotEqual(Support.Unsupported, support);
    }

    /// <summary>Sizes are in order, and there are none without a list.</summary>
    [Fact]
    public void Page_sizes_are_in_order()
    {
        Assert.InRange(Capabilities.DefaultPageSize ?? 1, 1, Capabilities.MaxPageSize ?? int.MaxValue);
        Assert.True(Capabilities.List != Support.Unsupported || Capabilities is { DefaultPageSize: null, MaxPageSize: null, TotalCount: Support.Unsupported });
    }

    /// <summary>Without a list there is nothing to filter.</summary>
    [Fact]
    public void Filters_belong_to_a_list() => Assert.True(Capabilities.List != Support.Unsupported || Capabilities.Filters == default);

    /// <summary>Without the operation there is nothing to repeat.</summary>
    [Fact]
    public void What_can_be_repeated_exists()
    {
        Assert.False(Capabilities.IdempotentUpdate && Capabilities.Update == default);
        Assert.False(Capabilities.IdempotentDelete && Capabilities.Delete == default);
    }

    /// <summary>A field is changed by an update only where there are updates, and cleared only where it can be changed.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.Writable), MemberType = typeof(CustomerFields))]
    public void A_field_is_changed_by_updates_and_cleared_where_it_can_be_changed(CustomerField field)
    {
        FieldSupport support = Capabilities.Field(field);
        Assert.True(support.Update == Support.Unsupported || Capabilities.Update != default, $"{field} is declared to be changed, and there is no update.");
        Assert.True(support.Clear == Support.Unsupported || support.Update != Support.Unsupported, $"{field} is declared to be cleared, not to be changed.");
    }

    /// <summary>What only the provider sets, no request can hold.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.SetByProvider), MemberType = typeof(CustomerFields))]
    public void What_the_provider_sets_is_only_read(CustomerField field) =>
        Assert.Equal(FieldSupport.ReadOnly(Capabilities.Field(field).Read), Capabilities.Field(field));
}
