using BillingClients.Providers;
using BillingClients.Wire;
using static BillingClients.Providers.WireText;

namespace BillingClients;

/// <summary>Between the common model and Flexprice's words. Pure.</summary>
internal static class FlexpriceMapping
{
    internal static FlexpriceCreateRequest ToWire(CustomerCreate customer)
    {
        FlexpriceCustomerFields? fields = ProviderFieldsOf.Find<FlexpriceCustomerFields>(customer.ProviderFields);
        return new FlexpriceCreateRequest
        {
            ExternalId = customer.ExternalId,
            Name = CustomerName.Of(customer),
            Email = customer.Email,
            Contact = customer.Phone,
            AddressLine1 = customer.BillingAddress?.Line1,
            AddressLine2 = customer.BillingAddress?.Line2,
            AddressCity = customer.BillingAddress?.City,
            AddressState = customer.BillingAddress?.State,
            AddressPostalCode = customer.BillingAddress?.PostalCode,
            AddressCountry = customer.BillingAddress?.Country,
            Timezone = fields?.Timezone,
            Metadata = customer.Metadata,
            TaxRateOverrides = fields?.TaxRateOverrides,
            SkipOnboardingWorkflow = fields?.SkipOnboardingWorkflow,
            OnboardingWorkflowName = fields?.OnboardingWorkflowName,
        };
    }

    internal static FlexpriceUpdateRequest ToWire(CustomerUpdate update)
    {
        FlexpriceCustomerFields? fields = ProviderFieldsOf.Find<FlexpriceCustomerFields>(update.ProviderFields);
        Address? address = update.BillingAddress.ValueOr(null);
        return new FlexpriceUpdateRequest
        {
            ExternalId = update.ExternalId.ValueOr(null),
            Name = CustomerName.Of(update).ValueOr(null),
            Email = update.Email.ValueOr(null),
            Contact = TextOrCleared(update.Phone),
            AddressLine1 = PartOrCleared(address, address?.Line1),
            AddressLine2 = PartOrCleared(address, address?.Line2),
            AddressCity = PartOrCleared(address, address?.City),
            AddressState = PartOrCleared(address, address?.State),
            AddressPostalCode = PartOrCleared(address, address?.PostalCode),
            AddressCountry = address?.Country,
            Timezone = fields?.Timezone,
            Metadata = update.Metadata.IsNull ? [] : update.Metadata.ValueOr(null),
        };
    }

    internal static FlexpriceSearchRequest ToWire(CustomerListRequest request)
    {
        FlexpriceListFields? fields = ProviderFieldsOf.Find<FlexpriceListFields>(request.ProviderFields);
        return new FlexpriceSearchRequest
        {
            Limit = request.PageSize,
            Offset = OffsetToken.Parse(request.PageToken),
            Email = request.Email,
            ExternalId = request.ExternalId,
            CustomerIds = fields?.CustomerIds,
            ExternalIds = fields?.ExternalIds,
            Status = fields?.Status,
            Filters = CreatedBetween(request.CreatedFrom, request.CreatedTo),
        };
    }

    /// <summary>A search for the one published customer with an external id: what <c>GET /customers/external/{externalId}</c> finds.</summary>
    internal static FlexpriceSearchRequest ToLookUp(string externalId) => new() { Limit = 1, ExternalId = externalId, Status = "published" };

    internal static Customer ToCustomer(FlexpriceCustomer wire, ResponseInfo? response) => new()
    {
        Provider = FlexpriceCapabilities.Descriptor.Name,
        Id = WireFormatException.RequireKey(wire.Id, "id"),
        ExternalId = NullIfEmpty(wire.ExternalId),
        Name = NullIfEmpty(wire.Name),
        Email = NullIfEmpty(wire.Email),
        Phone = NullIfEmpty(wire.Contact),
        BillingAddress = ToAddress(
            wire.AddressLine1, wire.AddressLine2, wire.AddressCity, wire.AddressState, wire.AddressPostalCode, wire.AddressCountry),
        Metadata = wire.Metadata ?? CustomerMetadata.Empty,
        CreatedAt = wire.CreatedAt?.FromIso(),
        UpdatedAt = wire.UpdatedAt?.FromIso(),
        Status = ToStatus(wire.Status),
        ProviderData = wire,
        Response = response,
    };

    internal static CustomerPage ToPage(FlexpriceSearchPage wire, CustomerListRequest request, ResponseInfo response)
    {
        FlexpricePagination pagination = WireFormatException.Require(wire.Pagination, "pagination");
        long following = WireFormatException.RequireCount(pagination.Offset, "pagination.offset");
        long total = WireFormatException.RequireCount(pagination.Total, "pagination.total");
        IReadOnlyList<FlexpriceCustomer> items = WireFormatException.Require(wire.Items, "items");
        long offset = OffsetToken.Parse(request.PageToken);

        // A server that returns smaller pages than it was asked for may still add the size that was asked for to the offset. So the customers are counted.
        long count = items.Count > 0 ? items.Count : following - offset;
        return new CustomerPage
        {
            Items = CustomerPage.ItemsOf(items, static item => ToCustomer(item, null)),
            NextPageToken = count < total - offset ? NextPage(offset, count) : null,
            TotalCount = total,
            Response = response,
        };
    }

    /// <summary>The customer that a look-up found; null when there is none.</summary>
    internal static Customer? ToFound(FlexpriceSearchPage wire, string externalId, ResponseInfo response) =>
        WireFormatException.Require(wire.Items, "items").FirstOrDefault(item => IsCalled(externalId, item)) is { } found
            ? ToCustomer(found, response)
            : null;

    /// <summary>The fields that were sent and are not stored as they were sent.</summary>
    internal static IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => SentFields.Differences(
        ToWire(sent),
        FlexpriceJsonContext.Default.FlexpriceCreateRequest,
        stored.As<FlexpriceCustomer>()!,
        FlexpriceJsonContext.Default.FlexpriceCustomer,
        "tax_rate_overrides",
        "skip_onboarding_workflow",
        "onboarding_workflow_name");

    // An item without an external id cannot be identified.
    private static bool IsCalled(string externalId, FlexpriceCustomer? item) =>
        item is not null && WireFormatException.Require(item.ExternalId, "items.external_id") == externalId;

    private static string NextPage(long offset, long count) =>
        count > 0 ? OffsetToken.Next(offset, count, "pagination.total") : throw WireFormatException.Repeats("pagination.offset");

    // Both ends are exclusive at Flexprice and inclusive here, and its database keeps whole microseconds. So the last microsecond before the first moment and
    // the first one after the last moment are sent: any other moment would lose a customer or let one in. Outside of .NET's calendar there is no customer.
    private static List<FlexpriceFilter>? CreatedBetween(DateTimeOffset? from, DateTimeOffset? to)
    {
        List<FlexpriceFilter> filters = [];
        if (from is { UtcTicks: > 0 and var first })
        {
            filters.Add(FlexpriceFilter.CreatedAfter(WholeMicroseconds(first - 1)));
        }

        if (to is { UtcTicks: var last } && last <= DateTime.MaxValue.Ticks - TimeSpan.TicksPerMicrosecond)
        {
            filters.Add(FlexpriceFilter.CreatedBefore(WholeMicroseconds(last + TimeSpan.TicksPerMicrosecond)));
        }

        return filters.Count > 0 ? filters : null;
    }

    private static DateTime WholeMicroseconds(long utcTicks) => new(utcTicks - (utcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    private static CustomerStatus ToStatus(string? status) => status == "published" ? CustomerStatus.Active : new CustomerStatus(status);

    private static string? TextOrCleared(Optional<string?> text) => text.IsSet ? text.Value ?? string.Empty : null;

    private static string? PartOrCleared(Address? address, string? part) => address is null ? null : part ?? string.Empty;
}
