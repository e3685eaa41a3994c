using System.Collections.Immutable;

namespace BillingClients;

/// <summary>What Flexprice can do with customers.</summary>
internal static class FlexpriceCapabilities
{
    // Required fields, and those whose validators refuse "" in an update: the e-mail address, and the country, without which no address can be cleared.
    private static readonly FieldSupport NeverCleared = new(Support.Native, Support.Native, Clear: Support.Unsupported, Support.Native);

    private static readonly FieldSupport PartOfName = new(Support.Emulated, Support.Emulated, Clear: Support.Unsupported, Support.Unsupported);

    internal static ProviderDescriptor Descriptor { get; } = new("flexprice", "Flexprice", new CustomerCapabilities
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Native, Support.Native),
        Update = new KeySupport(Support.Native, Support.Native),
        Delete = new KeySupport(Support.Native, Support.Emulated),
        DeleteEffect = DeleteEffect.Archives,
        List = Support.Native,
        Filters = new FilterSupport(Email: Support.Native, ExternalId: Support.Native, CreatedFrom: Support.Native, CreatedTo: Support.Native),
        DefaultPageSize = 50,
        MaxPageSize = 1000,
        TotalCount = Support.Native,
        IdempotencyKeys = Support.Unsupported,
        IdempotentUpdate = true,
        IdempotentDelete = true,
        UniqueKey = UniqueKey.ExternalId,
        TakenKeyEffect = TakenKeyEffect.Refuses,
        RequiredFields = [CustomerField.ExternalId, CustomerField.Name],
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = NeverCleared,
            [CustomerField.Name] = NeverCleared,
            [CustomerField.FirstName] = PartOfName,
            [CustomerField.LastName] = PartOfName,
            [CustomerField.Email] = NeverCleared,
            [CustomerField.Phone] = FieldSupport.All(Support.Native),
            [CustomerField.BillingAddress] = NeverCleared,
            [CustomerField.Metadata] = FieldSupport.All(Support.Native),
            [CustomerField.CreatedAt] = FieldSupport.ReadOnly(),
            [CustomerField.UpdatedAt] = FieldSupport.ReadOnly(),
            [CustomerField.Status] = FieldSupport.ReadOnly(),
        }.ToImmutableDictionary(),
    });
}
