using System.Collections.Immutable;
using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>Providers that are invented to be different from each other.</summary>
internal static class FakeProviders
{
    private static readonly FieldSupport Kept = new(Support.Native, Support.Native, Clear: Support.Unsupported, Support.Native);

    private static readonly FieldSupport PartOfName = new(Support.Emulated, Support.Emulated, Clear: Support.Unsupported, Support.Unsupported);

    public static CustomerCapabilities TwoNames { get; } = FakeCustomerClient.Everything with
    {
        Get = new KeySupport(Support.Native, Support.Unsupported),
        Update = new KeySupport(Support.Native, Support.Unsupported),
        Delete = default,
        DeleteEffect = DeleteEffect.None,
        IdempotentDelete = false,
        Filters = new FilterSupport(Support.Native, Support.Unsupported, Support.Unsupported, Support.Unsupported),
        MaxPageSize = null,
        TotalCount = Support.Unsupported,
        IdempotencyKeys = Support.Unknown,
        UniqueKey = UniqueKey.None,
        TakenKeyEffect = TakenKeyEffect.Unknown,
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = FieldSupport.All(Support.Emulated),
            [CustomerField.Name] = new(Support.Emulated, Support.Emulated, Clear: Support.Unsupported, Support.Emulated),
            [CustomerField.FirstName] = Kept,
            [CustomerField.LastName] = Kept,
            [CustomerField.Email] = FieldSupport.All(Support.Native),
            [CustomerField.ShippingAddress] = FieldSupport.All(Support.Native),
            [CustomerField.Metadata] = FieldSupport.All(Support.Native),
            [CustomerField.CreatedAt] = FieldSupport.ReadOnly(),
        }.ToImmutableDictionary(),
    };

    public static CustomerCapabilities Archiving { get; } = FakeCustomerClient.Everything with
    {
        Get = new KeySupport(Support.Unsupported, Support.Native),
        Update = new KeySupport(Support.Unsupported, Support.Native),
        Delete = new KeySupport(Support.Unsupported, Support.Native),
        DeleteEffect = DeleteEffect.Archives,
        Filters = default,
        DefaultPageSize = 3,
        MaxPageSize = 5,
        IdempotencyKeys = Support.Unsupported,
        RequiredFields = [CustomerField.ExternalId, CustomerField.Name, CustomerField.Email],
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = new(Support.Native, Support.Unsupported, Support.Unsupported, Support.Native),
            [CustomerField.Name] = Kept,
            [CustomerField.FirstName] = PartOfName,
            [CustomerField.LastName] = PartOfName,
            [CustomerField.Email] = Kept,
            [CustomerField.BillingAddress] = FieldSupport.ReadOnly(),
            [CustomerField.UpdatedAt] = FieldSupport.ReadOnly(),
            [CustomerField.Mode] = FieldSupport.ReadOnly(),
        }.ToImmutableDictionary(),
    };

    public static CustomerCapabilities Upserting { get; } = FakeCustomerClient.Everything with
    {
        UniqueKey = UniqueKey.Email,
        TakenKeyEffect = TakenKeyEffect.ChangesExisting,
    };

    public static CustomerCapabilities Careless { get; } = FakeCustomerClient.Everything with { TakenKeyEffect = TakenKeyEffect.CreatesSecond };

    public static CustomerCapabilities Undocumented { get; } = FakeCustomerClient.Everything with
    {
        Get = new KeySupport(Support.Native, Support.Unknown),
        Update = new KeySupport(Support.Unknown, Support.Unknown),
        Delete = new KeySupport(Support.Unknown, Support.Unknown),
        Filters = new FilterSupport(Support.Unknown, Support.Unknown, Support.Unknown, Support.Unknown),
        DefaultPageSize = null,
        MaxPageSize = null,
        TotalCount = Support.Unknown,
        IdempotencyKeys = Support.Unknown,
        UniqueKey = UniqueKey.Email,
        TakenKeyEffect = TakenKeyEffect.Unknown,
        RequiredFields = [CustomerField.Email],
        Fields = FakeCustomerClient.Everything.Fields.ToImmutableDictionary(
            field => field.Key,
            field => field.Key == CustomerField.Email ? Kept
                : field.Value.Create == Support.Unsupported ? FieldSupport.ReadOnly(Support.Unknown)
                : FieldSupport.All(Support.Unknown)),
    };
}
