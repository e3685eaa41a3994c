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
            IntegrationEntityMapping = fields?.IntegrationEntityMapping,
            SkipOnboardingWorkflow = fields?.SkipOnboardingWorkflow,
            OnboardingWorkflowName = fields?.OnboardingWorkflowName,
        };
    }

    internal static FlexpriceUpdateRequest ToWire(CustomerUpdate update)
    {
        FlexpriceCustomerFields? fields = ProviderFieldsOf.Find<FlexpriceCustomerFields>(update.ProviderFields);
        Address? address = update.BillingAddress.IsNull ? new Address() : update.BillingAddress.ValueOr(null);
        return new FlexpriceUpdateRequest
        {
            ExternalId = update.ExternalId.ValueOr(null),
            Name = CustomerName.Of(FlexpriceCapabilities.Descriptor, update).ValueOr(null),
            Email = TextOrCleared(update.Email),
            Contact = TextOrCleared(update.Phone),
            AddressLine1 = PartOrCleared(address, address?.Line1),
            AddressLine2 = PartOrCleared(address, address?.Line2),
            AddressCity = PartOrCleared(address, address?.City),
            AddressState = PartOrCleared(address, address?.State),
            AddressPostalCode = PartOrCleared(address, address?.PostalCode),
            AddressCountry = PartOrCleared(address, address?.Country),
            Timezone = fields?.Timezone,
            Metadata = update.Metadata.IsNull ? new Dictionary<string, string>() : update.Metadata.ValueOr(null),
            IntegrationEntityMapping = fields?.IntegrationEntityMapping,
        };
    }

    internal static FlexpriceSearchRequest ToWire(CustomerListRequest request)
    {
        FlexpriceListFields? fields = ProviderFieldsOf.Find<FlexpriceListFields>(request.ProviderFields);
        return new FlexpriceSearchRequest
        {
            Limit = request.PageSize,
            Offset = OffsetToken.Parse(FlexpriceCapabilities.Descriptor, request.PageToken),
            Email = request.Email,
            ExternalId = request.ExternalId,
            CustomerIds = fields?.CustomerIds,
            ExternalIds = fields?.ExternalIds,
            Status = fields?.Status,
            StartTime = request.CreatedFrom,
            EndTime = request.CreatedTo,
        };
    }

    internal static Customer ToCustomer(FlexpriceCustomer wire, ResponseInfo? response) => new()
    {
        Provider = FlexpriceCapabilities.Descriptor.Name,
        Id = WireFormatException.Require(wire.Id, "id"),
        ExternalId = NullIfEmpty(wire.ExternalId),
        Name = NullIfEmpty(wire.Name),
        Email = NullIfEmpty(wire.Email),
        Phone = NullIfEmpty(wire.Contact),
        BillingAddress = ToAddress(
            wire.AddressLine1, wire.AddressLine2, wire.AddressCity, wire.AddressState, wire.AddressPostalCode, wire.AddressCountry),
        Metadata = wire.Metadata ?? Customer.NoMetadata,
        CreatedAt = wire.CreatedAt?.FromIso(),
        UpdatedAt = wire.UpdatedAt?.FromIso(),
        Status = ToStatus(wire.Status),
        ProviderData = wire,
        Response = response,
    };

    internal static CustomerPage ToPage(FlexpriceSearchPage wire, ResponseInfo response)
    {
        FlexpricePagination pagination = WireFormatException.Require(wire.Pagination, "pagination");
        long next = pagination.Offset ?? throw new WireFormatException("pagination.offset");
        long total = pagination.Total ?? throw new WireFormatException("pagination.total");
        IReadOnlyList<FlexpriceCustomer> items = WireFormatException.Require(wire.Items, "items");
        return new CustomerPage
        {
            Items = CustomerPage.ItemsOf(items, static item => ToCustomer(item, null)),
            NextPageToken = next < total && items.Count > 0 ? OffsetToken.Format(next) : null,
            TotalCount = total,
            Response = response,
        };
    }

    /// <summary>The fields that were sent and are not stored as they were sent.</summary>
    internal static IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => SentFields.Differences(
        ToWire(sent),
        FlexpriceJsonContext.Default.FlexpriceCreateRequest,
        stored.As<FlexpriceCustomer>()!,
        FlexpriceJsonContext.Default.FlexpriceCustomer,
        "tax_rate_overrides",
        "integration_entity_mapping",
        "skip_onboarding_workflow",
        "onboarding_workflow_name");

    private static CustomerStatus ToStatus(string? status) => status == "published" ? CustomerStatus.Active : new CustomerStatus(status);

    private static string? TextOrCleared(Optional<string?> text) => text.IsSet ? text.Value ?? string.Empty : null;

    private static string? PartOrCleared(Address? address, string? part) => address is null ? null : part ?? string.Empty;
}
