using System.Collections.Immutable;

namespace BillingClients;

/// <summary>What RunOnAtlas can do with customers.</summary>
internal static class RunOnAtlasCapabilities
{
    // The documents let an upsert send null; whether that clears what is stored, or leaves it, is not found.
    private static readonly FieldSupport Text = new(Support.Native, Support.Native, Clear: Support.Unknown, Support.Native);

    // An upsert finds the customer by it, so it cannot change it.
    private static readonly FieldSupport Key = new(Support.Native, Support.Unsupported, Clear: Support.Unsupported, Support.Native);

    private static readonly FieldSupport PartOfName = new(Support.Emulated, Support.Emulated, Clear: Support.Unsupported, Support.Unsupported);

    internal static ProviderDescriptor Descriptor { get; } = new("runonatlas", "RunOnAtlas", new CustomerCapabilities
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Native, Support.Native),

        // An upsert, after a read: alone it would create a customer that is not there.
        Update = new KeySupport(Support.Emulated, Support.Emulated),
        Delete = new KeySupport(Support.Unsupported, Support.Unsupported),
        DeleteEffect = DeleteEffect.None,
        List = Support.Native,
        Filters = new FilterSupport(Email: Support.Native, ExternalId: Support.Native, CreatedFrom: Support.Unsupported, CreatedTo: Support.Unsupported),
        DefaultPageSize = 10,
        MaxPageSize = 100,
        TotalCount = Support.Native,
        IdempotencyKeys = Support.Unsupported,
        IdempotentUpdate = true,
        IdempotentDelete = false,

        // "A unique external ID", say the documents; what a second create with the same one is answered, they do not say.
        UniqueKey = UniqueKey.ExternalId,
        TakenKeyEffect = TakenKeyEffect.Unknown,
        RequiredFields = [CustomerField.ExternalId],
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = Key,
            [CustomerField.Name] = Text,
            [CustomerField.FirstName] = PartOfName,
            [CustomerField.LastName] = PartOfName,
            [CustomerField.Email] = Text,
            [CustomerField.BillingAddress] = Text,
            [CustomerField.ShippingAddress] = Text,
            [CustomerField.CreatedAt] = FieldSupport.ReadOnly(),
            [CustomerField.UpdatedAt] = FieldSupport.ReadOnly(),

            // In the types of RunOnAtlas's own client, and not in its API reference.
            [CustomerField.Status] = FieldSupport.ReadOnly(Support.Unknown),
        }.ToImmutableDictionary(),
    });
}
