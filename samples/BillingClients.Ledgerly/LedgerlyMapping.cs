using BillingClients.Providers;

namespace BillingClients;

/// <summary>Between the common model and Ledgerly's words. Pure.</summary>
internal static class LedgerlyMapping
{
    internal static LedgerlyCustomer ToWire(CustomerCreate customer) => new()
    {
        Ref = customer.ExternalId,
        DisplayName = CustomerName.Of(customer),
        Email = customer.Email,
        Phone = customer.Phone,
        Note = customer.Description,
        Labels = customer.Metadata,
    };

    internal static LedgerlyCustomer ToWire(CustomerUpdate update) => new()
    {
        DisplayName = CustomerName.Of(update).ValueOr(null),
        Email = update.Email.ValueOr(null),
        Phone = update.Phone.ValueOr(null),
        Note = update.Description.ValueOr(null),
        Labels = update.Metadata.IsNull ? CustomerMetadata.Empty : update.Metadata.ValueOr(null),
    };

    internal static Customer ToCustomer(LedgerlyCustomer wire, ResponseInfo? response) => new()
    {
        Provider = LedgerlyCapabilities.Descriptor.Name,
        Id = WireFormatException.RequireKey(wire.Id, "id"),
        ExternalId = wire.Ref,
        Name = wire.DisplayName,
        Email = wire.Email,
        Phone = wire.Phone,
        Description = wire.Note,
        Metadata = wire.Labels ?? CustomerMetadata.Empty,
        CreatedAt = wire.Created?.FromUnixSeconds(),
        ProviderData = wire,
        Response = response,
    };

    internal static CustomerPage ToPage(LedgerlyPage wire, ResponseInfo response) => new()
    {
        Items = CustomerPage.ItemsOf(WireFormatException.Require(wire.Customers, "customers"), static item => ToCustomer(item, null)),
        NextPageToken = wire.Next,
        Response = response,
    };

    /// <summary>The fields that were sent and are not stored as they were sent.</summary>
    internal static IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => SentFields.Differences(
        ToWire(sent), LedgerlyJsonContext.Default.LedgerlyCustomer, stored.As<LedgerlyCustomer>()!, LedgerlyJsonContext.Default.LedgerlyCustomer);
}
