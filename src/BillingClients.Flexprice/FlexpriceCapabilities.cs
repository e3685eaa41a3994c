using System.Collections.Immutable;

namespace BillingClients;

/// <summary>What Flexprice can do with customers.</summary>
internal static class FlexpriceCapabilities
{
    // The documents give "" as the value of an unset text; whether every validator takes it back is not found.
    private static readonly FieldSupport Text = new(Support.Native, Support.Native, Clear: Support.Unknown, Support.Native);

    private static readonly FieldSupport Required = new(Support.Native, Support.Native, Clear: Support.Unsupported, Support.Native);

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
        RepeatableUpdate = true,
        RepeatableDelete = true,
        UniqueKey = UniqueKey.ExternalId,
        RequiredFields = [CustomerField.ExternalId, CustomerField.Name],
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = Required,
            [CustomerField.Name] = Required,
            [CustomerField.FirstName] = PartOfName,
            [CustomerField.LastName] = PartOfName,
            [CustomerField.Email] = Text,
            [CustomerField.Phone] = Text,
            [CustomerField.BillingAddress] = Text,
            [CustomerField.Metadata] = FieldSupport.All(Support.Native),
            [CustomerField.CreatedAt] = FieldSupport.ReadOnly(),
            [CustomerField.UpdatedAt] = FieldSupport.ReadOnly(),
            [CustomerField.Status] = FieldSupport.ReadOnly(),
        }.ToImmutableDictionary(),
    });
}
