using System.Collections.Immutable;

namespace BillingClients;

/// <summary>What Atlas can do with customers.</summary>
internal static class AtlasCapabilities
{
    internal const int DefaultPageSize = 10;

    // Clearing is by the server source: an update stores a null, and these columns take one.
    private static readonly FieldSupport Full = FieldSupport.All(Support.Native);

    private static readonly FieldSupport NeverNull = new(Support.Native, Support.Native, Clear: Support.Unsupported, Support.Native);

    private static readonly FieldSupport PartOfName = new(Support.Emulated, Support.Emulated, Clear: Support.Unsupported, Support.Unsupported);

    internal static ProviderDescriptor Descriptor { get; } = new("atlas", "Atlas", new CustomerCapabilities
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Native, Support.Unsupported),
        Update = new KeySupport(Support.Native, Support.Unsupported),
        Delete = new KeySupport(Support.Native, Support.Unsupported),
        DeleteEffect = DeleteEffect.Deletes,
        List = Support.Native,
        Filters = new FilterSupport(Email: Support.Native, ExternalId: Support.Unsupported, CreatedFrom: Support.Unsupported, CreatedTo: Support.Unsupported),
        DefaultPageSize = DefaultPageSize,
        MaxPageSize = 100,
        TotalCount = Support.Native,

        // The documentation promises them in general; the server source of customers does not read them.
        IdempotencyKeys = Support.Unknown,
        IdempotentUpdate = true,
        IdempotentDelete = true,
        UniqueKey = UniqueKey.Email,
        TakenKeyEffect = TakenKeyEffect.Refuses,
        RequiredFields = [CustomerField.Email],
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = FieldSupport.All(Support.Emulated),
            [CustomerField.Name] = Full,
            [CustomerField.FirstName] = PartOfName,
            [CustomerField.LastName] = PartOfName,
            [CustomerField.Email] = NeverNull,
            [CustomerField.Phone] = Full,
            [CustomerField.Description] = Full,
            [CustomerField.BillingAddress] = Full,
            [CustomerField.ShippingAddress] = Full,
            [CustomerField.TaxIds] = Full,
            [CustomerField.TaxExempt] = NeverNull,
            [CustomerField.Metadata] = Full,
            [CustomerField.CreatedAt] = FieldSupport.ReadOnly(),
        }.ToImmutableDictionary(),
    });
}
