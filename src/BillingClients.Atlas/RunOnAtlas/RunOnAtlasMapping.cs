using BillingClients.Providers;
using BillingClients.Wire;

namespace BillingClients;

/// <summary>Between the common model and RunOnAtlas's words. Pure.</summary>
internal static class RunOnAtlasMapping
{
    internal static RunOnAtlasCreateRequest ToWire(CustomerCreate customer)
    {
        RunOnAtlasCustomerFields? fields = ProviderFieldsOf.Find<RunOnAtlasCustomerFields>(customer.ProviderFields);
        return new RunOnAtlasCreateRequest
        {
            ExternalId = customer.ExternalId,
            BillingAddress1 = customer.BillingAddress?.Line1,
            BillingAddress2 = customer.BillingAddress?.Line2,
            BillingCity = customer.BillingAddress?.City,
            BillingCountry = customer.BillingAddress?.Country,
            BillingState = customer.BillingAddress?.State,
            BillingZipCode = customer.BillingAddress?.PostalCode,
            ShippingAddress1 = customer.ShippingAddress?.Line1,
            ShippingAddress2 = customer.ShippingAddress?.Line2,
            ShippingCity = customer.ShippingAddress?.City,
            ShippingCountry = customer.ShippingAddress?.Country,
            ShippingState = customer.ShippingAddress?.State,
            ShippingZipCode = customer.ShippingAddress?.PostalCode,
            Email = customer.Email,
            Name = CustomerName.Of(customer),
            QuickBooksId = fields?.QuickBooksId,
            StripeId = fields?.StripeId,
        };
    }

    internal static RunOnAtlasUpsertRequest ToWire(string externalId, CustomerUpdate update)
    {
        RunOnAtlasCustomerFields? fields = ProviderFieldsOf.Find<RunOnAtlasCustomerFields>(update.ProviderFields);
        return new RunOnAtlasUpsertRequest
        {
            ExternalId = externalId,
            BillingAddress1 = Part(update.BillingAddress, static address => address.Line1),
            BillingAddress2 = Part(update.BillingAddress, static address => address.Line2),
            BillingCity = Part(update.BillingAddress, static address => address.City),
            BillingCountry = Part(update.BillingAddress, static address => address.Country),
            BillingState = Part(update.BillingAddress, static address => address.State),
            BillingZipCode = Part(update.BillingAddress, static address => address.PostalCode),
            ShippingAddress1 = Part(update.ShippingAddress, static address => address.Line1),
            ShippingAddress2 = Part(update.ShippingAddress, static address => address.Line2),
            ShippingCity = Part(update.ShippingAddress, static address => address.City),
            ShippingCountry = Part(update.ShippingAddress, static address => address.Country),
            ShippingState = Part(update.ShippingAddress, static address => address.State),
            ShippingZipCode = Part(update.ShippingAddress, static address => address.PostalCode),
            Email = update.Email,
            Name = CustomerName.Of(update),
            QuickBooksId = SetOrUnset(fields?.QuickBooksId),
            StripeId = SetOrUnset(fields?.StripeId),
        };
    }

    internal static RunOnAtlasListQuery ToWire(CustomerListRequest request)
    {
        RunOnAtlasListFields? fields = ProviderFieldsOf.Find<RunOnAtlasListFields>(request.ProviderFields);
        return new RunOnAtlasListQuery
        {
            ExternalId = request.ExternalId,
            Id = fields?.Id,
            QuickBooksId = fields?.QuickBooksId,
            StripeId = fields?.StripeId,
            Email = request.Email,
            Name = fields?.Name,
            Page = RunOnAtlasPageToken.Parse(request.PageToken),
            PageSize = request.PageSize,
            Order = fields?.Order,
            OrderBy = fields?.OrderBy,
        };
    }

    internal static Customer ToCustomer(RunOnAtlasCustomer wire, ResponseInfo? response) => new()
    {
        Provider = RunOnAtlasCapabilities.Descriptor.Name,
        Id = WireFormatException.RequireKey(wire.Id, "id"),
        ExternalId = wire.ExternalId,
        Name = wire.Name,
        Email = wire.Email,
        BillingAddress = WireText.ToAddress(
            wire.BillingAddress1, wire.BillingAddress2, wire.BillingCity, wire.BillingState, wire.BillingZipCode, wire.BillingCountry),
        ShippingAddress = WireText.ToAddress(
            wire.ShippingAddress1, wire.ShippingAddress2, wire.ShippingCity, wire.ShippingState, wire.ShippingZipCode, wire.ShippingCountry),
        CreatedAt = wire.CreatedAt?.FromIso(),
        UpdatedAt = wire.UpdatedAt?.FromIso(),
        Status = new CustomerStatus(wire.Status),
        ProviderData = wire,
        Response = response,
    };

    internal static CustomerPage ToPage(RunOnAtlasCustomersPage wire, CustomerListRequest request, ResponseInfo response)
    {
        long pages = WireFormatException.RequireCount(wire.Pages, "pages");
        long current = wire.CurrentPage is { } number and >= 1 ? number : throw new WireFormatException("currentPage");
        IReadOnlyList<RunOnAtlasCustomer> results = WireFormatException.Require(wire.Results, "results");
        return new CustomerPage
        {
            Items = CustomerPage.ItemsOf(results, static item => ToCustomer(item, null)),
            NextPageToken = current < pages ? NextPage(current, request) : null,
            TotalCount = WireFormatException.CountOrNull(wire.Count, "count"),
            Response = response,
        };
    }

    /// <summary>The fields that were sent and are not stored as they were sent.</summary>
    internal static IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => SentFields.Differences(
        ToWire(sent),
        RunOnAtlasJsonContext.Default.RunOnAtlasCreateRequest,
        stored.As<RunOnAtlasCustomer>()!,
        RunOnAtlasJsonContext.Default.RunOnAtlasCustomer);

    // If the answer is an earlier page than was asked for, its next page would lead back.
    private static string NextPage(long current, CustomerListRequest request) => current >= RunOnAtlasPageToken.Parse(request.PageToken)
        ? RunOnAtlasPageToken.Format(current + 1, request.PageSize)
        : throw WireFormatException.Repeats("currentPage");

    private static Optional<string?> Part(Optional<Address?> address, Func<Address, string?> part) =>
        address.IsSet ? new Optional<string?>(address.Value is { } value ? part(value) : null) : default;

    private static Optional<string?> SetOrUnset(string? text) => text is null ? default : new Optional<string?>(text);
}
