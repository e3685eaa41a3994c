using System.Collections.Immutable;

namespace BillingClients.Testing;

/// <summary>A provider that can do everything, and keeps external ids unique.</summary>
internal static class FakeCapabilities
{
    internal static CustomerCapabilities Everything { get; } = new()
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Native, Support.Native),
        Update = new KeySupport(Support.Native, Support.Native),
        Delete = new KeySupport(Support.Native, Support.Native),
        DeleteEffect = DeleteEffect.Deletes,
        List = Support.Native,
        Filters = new FilterSupport(Email: Support.Native, ExternalId: Support.Native, CreatedFrom: Support.Native, CreatedTo: Support.Native),
        DefaultPageSize = 10,
        MaxPageSize = 100,
        TotalCount = Support.Native,
        IdempotencyKeys = Support.Native,
        IdempotentUpdate = true,
        IdempotentDelete = true,
        UniqueKey = UniqueKey.ExternalId,
        TakenKeyEffect = TakenKeyEffect.Refuses,
        Fields = Enum.GetValues<CustomerField>().ToImmutableDictionary(static field => field, SupportFor),
    };

    private static FieldSupport SupportFor(CustomerField field) =>
        field is CustomerField.CreatedAt or CustomerField.UpdatedAt or CustomerField.Status or CustomerField.Mode
            ? FieldSupport.ReadOnly()
            : FieldSupport.All(Support.Native);
}
