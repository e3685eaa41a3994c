using System.Collections.Immutable;

namespace BillingClients;

/// <summary>What Flowglad can do with customers.</summary>
internal static class FlowgladCapabilities
{
    private static readonly FieldSupport Required = new(Support.Native, Support.Native, Clear: Support.Unsupported, Support.Native);

    // An update drops it without an error, so it is refused here.
    private static readonly FieldSupport FixedAtCreate = new(Support.Native, Support.Unsupported, Clear: Support.Unsupported, Support.Native);

    // Written as part of the one name; read from the billing address, which the customer gives in Flowglad's checkout.
    private static readonly FieldSupport PartOfName = new(Support.Emulated, Support.Emulated, Clear: Support.Unsupported, Support.Native);

    internal static ProviderDescriptor Descriptor { get; } = new("flowglad", "Flowglad", new CustomerCapabilities
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Unsupported, Support.Native),
        Update = new KeySupport(Support.Unsupported, Support.Native),
        Delete = new KeySupport(Support.Unsupported, Support.Native),
        DeleteEffect = DeleteEffect.Archives,
        List = Support.Native,
        DefaultPageSize = 10,
        MaxPageSize = 100,
        TotalCount = Support.Native,
        IdempotencyKeys = Support.Unsupported,
        IdempotentUpdate = true,
        IdempotentDelete = true,
        UniqueKey = UniqueKey.ExternalId,
        TakenKeyEffect = TakenKeyEffect.Refuses,
        RequiredFields = [CustomerField.ExternalId, CustomerField.Name, CustomerField.Email],
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = FixedAtCreate,
            [CustomerField.Name] = Required,
            [CustomerField.FirstName] = PartOfName,
            [CustomerField.LastName] = PartOfName,
            [CustomerField.Email] = Required,
            [CustomerField.Phone] = FieldSupport.ReadOnly(),
            [CustomerField.BillingAddress] = FieldSupport.ReadOnly(),
            [CustomerField.CreatedAt] = FieldSupport.ReadOnly(),
            [CustomerField.UpdatedAt] = FieldSupport.ReadOnly(),
            [CustomerField.Status] = FieldSupport.ReadOnly(),
            [CustomerField.Mode] = FieldSupport.ReadOnly(),
        }.ToImmutableDictionary(),
    });
}
