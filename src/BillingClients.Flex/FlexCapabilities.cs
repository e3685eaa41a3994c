using System.Collections.Immutable;

namespace BillingClients;

/// <summary>What Flex can do with customers.</summary>
internal static class FlexCapabilities
{
    internal const int DefaultPageSize = 10;
    internal const int MaxPageSize = 100;

    // If Flex did not filter by e-mail address, a look would otherwise read all customers.
    internal const int MostPagesOfALook = 10;

    // The documents show no update that clears a field: null is sent, and Flex decides.
    private static readonly FieldSupport Field = new(Support.Native, Support.Native, Clear: Support.Unknown, Support.Native);

    // The name is made of first and last name; the external id is an entry of the metadata.
    private static readonly FieldSupport MadeOfOthers = new(Support.Emulated, Support.Emulated, Clear: Support.Unknown, Support.Emulated);

    internal static ProviderDescriptor Descriptor { get; } = new("flex", "Flex", new CustomerCapabilities
    {
        Create = Support.Emulated,
        Get = new KeySupport(Support.Native, Support.Unsupported),
        Update = new KeySupport(Support.Native, Support.Unsupported),
        Delete = new KeySupport(Support.Native, Support.Unsupported),
        DeleteEffect = DeleteEffect.Deletes,
        List = Support.Native,
        Filters = new FilterSupport(Email: Support.Native, ExternalId: Support.Unsupported, CreatedFrom: Support.Unsupported, CreatedTo: Support.Unsupported),
        DefaultPageSize = DefaultPageSize,
        MaxPageSize = MaxPageSize,
        TotalCount = Support.Unsupported,
        IdempotencyKeys = Support.Unknown,
        IdempotentUpdate = true,
        IdempotentDelete = true,
        UniqueKey = UniqueKey.Email,
        TakenKeyEffect = TakenKeyEffect.Refuses,
        RequiredFields = [],
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = MadeOfOthers,
            [CustomerField.Name] = MadeOfOthers,
            [CustomerField.FirstName] = Field,
            [CustomerField.LastName] = Field,
            [CustomerField.Email] = Field,
            [CustomerField.Phone] = Field,
            [CustomerField.ShippingAddress] = Field,
            [CustomerField.Metadata] = Field,
            [CustomerField.CreatedAt] = FieldSupport.ReadOnly(),
            [CustomerField.Mode] = FieldSupport.ReadOnly(),
        }.ToImmutableDictionary(),
    });

    /// <summary>With <see cref="FlexOptions.LookBeforeCreate"/> off: a create as Flex has it.</summary>
    internal static ProviderDescriptor WithoutLook { get; } = Descriptor with
    {
        Capabilities = Descriptor.Capabilities with { Create = Support.Native, TakenKeyEffect = TakenKeyEffect.ChangesExisting },
    };
}
