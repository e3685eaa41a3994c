using System.Collections.Immutable;

namespace BillingClients;

/// <summary>What Ledgerly can do with customers.</summary>
internal static class LedgerlyCapabilities
{
    // An update changes what it holds, and takes no null.
    private static readonly FieldSupport Text = new(Support.Native, Support.Native, Clear: Support.Unsupported, Support.Native);

    private static readonly FieldSupport FixedAtCreate = new(Support.Native, Support.Unsupported, Clear: Support.Unsupported, Support.Native);

    private static readonly FieldSupport PartOfName = new(Support.Emulated, Support.Emulated, Clear: Support.Unsupported, Support.Unsupported);

    internal static ProviderDescriptor Descriptor { get; } = new("ledgerly", "Ledgerly", new CustomerCapabilities
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Native, Support.Native),
        Update = new KeySupport(Support.Native, Support.Unsupported),
        Delete = new KeySupport(Support.Native, Support.Unsupported),
        DeleteEffect = DeleteEffect.Deletes,
        List = Support.Native,
        Filters = new FilterSupport(Email: Support.Native, ExternalId: Support.Unsupported, CreatedFrom: Support.Unsupported, CreatedTo: Support.Unsupported),
        DefaultPageSize = 20,
        MaxPageSize = 50,
        IdempotencyKeys = Support.Unsupported,
        IdempotentUpdate = true,
        IdempotentDelete = true,
        UniqueKey = UniqueKey.ExternalId,
        TakenKeyEffect = TakenKeyEffect.Refuses,
        RequiredFields = [CustomerField.ExternalId, CustomerField.Name],
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = FixedAtCreate,
            [CustomerField.Name] = Text,
            [CustomerField.FirstName] = PartOfName,
            [CustomerField.LastName] = PartOfName,
            [CustomerField.Email] = Text,
            [CustomerField.Phone] = Text,
            [CustomerField.Description] = Text,
            [CustomerField.Metadata] = FieldSupport.All(Support.Native),
            [CustomerField.CreatedAt] = FieldSupport.ReadOnly(),
        }.ToImmutableDictionary(),
    });
}
