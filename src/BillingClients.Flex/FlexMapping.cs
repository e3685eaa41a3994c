using System.Text.Json;
using BillingClients.Providers;
using BillingClients.Wire;
using static BillingClients.Providers.WireText;

namespace BillingClients;

/// <summary>Between the common model and Flex's words. Pure.</summary>
internal static class FlexMapping
{
    internal static FlexCreateRequest ToWire(CustomerCreate customer)
    {
        FlexCustomerFields? fields = ProviderFieldsOf.Find<FlexCustomerFields>(customer.ProviderFields);
        (string? firstName, string? lastName) = NamesOf(customer);
        return new FlexCreateRequest
        {
            FirstName = firstName,
            LastName = lastName,
            Email = customer.Email,
            Phone = customer.Phone,
            Employer = fields?.Employer,
            Shipping = customer.ShippingAddress is { } address ? FlexShippingRequest.New(address) : null,
            CheckoutSessionId = fields?.CheckoutSessionId,
            Metadata = ExternalIdInMetadata.Add(customer.Metadata, customer.ExternalId) is { } texts ? new FlexMetadata { Texts = texts } : null,
        };
    }

    /// <summary>An update, with the whole map of metadata where it changes any of it.</summary>
    /// <param name="update">The update.</param>
    /// <param name="stored">The metadata that is stored now; needed when <see cref="ExternalIdInMetadata.NeedsStored"/> says so.</param>
    internal static FlexUpdateRequest ToWire(CustomerUpdate update, FlexMetadata? stored)
    {
        FlexCustomerFields? fields = ProviderFieldsOf.Find<FlexCustomerFields>(update.ProviderFields);
        (Optional<string?> firstName, Optional<string?> lastName) = NamesOf(update);
        return new FlexUpdateRequest
        {
            FirstName = firstName,
            LastName = lastName,
            Email = update.Email,
            Phone = update.Phone,
            Employer = fields?.Employer,
            Shipping = update.ShippingAddress.IsSet ? FlexShippingRequest.Whole(update.ShippingAddress.Value) : default(Optional<FlexShippingRequest?>),
            Metadata = ToMetadata(update, stored),
        };
    }

    internal static Customer ToCustomer(FlexEnvelope<FlexCustomer> wire, ResponseInfo response) =>
        ToCustomer(WireFormatException.Require(wire.Customer, "customer"), response);

    internal static Customer ToCustomer(FlexCustomer wire, ResponseInfo? response)
    {
        string? firstName = NullIfEmpty(wire.FirstName);
        string? lastName = NullIfEmpty(wire.LastName);
        CustomerMetadata metadata = wire.Metadata ?? CustomerMetadata.Empty;
        return new Customer
        {
            Provider = FlexCapabilities.Descriptor.Name,
            Id = WireFormatException.RequireKey(wire.CustomerId, "customer.customer_id"),
            ExternalId = ExternalIdInMetadata.Of(metadata),
            Name = CustomerName.Join(firstName, lastName),
            FirstName = firstName,
            LastName = lastName,
            Email = NullIfEmpty(wire.Email),
            Phone = NullIfEmpty(wire.Phone),
            ShippingAddress = wire.Shipping is { } to ? ToAddress(to.Line1, to.Line2, to.City, to.State, to.PostalCode, to.Country) : null,
            Metadata = metadata,
            CreatedAt = wire.CreatedAt?.FromIso(),
            Mode = wire.TestMode switch { true => CustomerMode.Test, false => CustomerMode.Live, null => default },
            ProviderData = wire,
            Response = response,
        };
    }

    /// <summary>
    /// A page. Flex does not say whether there are more, and a server that returns smaller pages than it was asked for also returns short pages in the
    /// middle. So only an empty page is the last one.
    /// </summary>
    internal static CustomerPage ToPage(FlexCustomerPage wire, string? startingAfter, ResponseInfo? response)
    {
        IReadOnlyList<Customer> items = CustomerPage.ItemsOf(WireFormatException.Require(wire.Customers, "customers"), static item => ToCustomer(item, null));
        return new CustomerPage
        {
            Items = items,
            NextPageToken = items.Count > 0 ? WireFormatException.RequireNextPage(items[^1].Id, startingAfter, "customer_id") : null,
            Response = response,
        };
    }

    /// <summary>The fields that were sent and are not stored as they were sent.</summary>
    internal static IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => SentFields.Differences(
        ToWire(sent),
        FlexJsonContext.Default.FlexCreateRequest,
        stored.As<FlexCustomer>()!,
        FlexJsonContext.Default.FlexCustomer,
        "checkout_session_id");

    // FlexLimits has refused what cannot be split.
    private static (string? FirstName, string? LastName) NamesOf(CustomerCreate customer) =>
        customer.FirstName is null && customer.LastName is null && customer.Name is not null && CustomerName.Split(customer.Name) is { } names
            ? names
            : (customer.FirstName, customer.LastName);

    private static (Optional<string?> FirstName, Optional<string?> LastName) NamesOf(CustomerUpdate update) =>
        !update.Name.IsSet || update.FirstName.IsSet || update.LastName.IsSet ? (update.FirstName, update.LastName)
        : update.Name.Value is { } name && CustomerName.Split(name) is { } names ? (names.FirstName, names.LastName)
        : (new Optional<string?>(null), new Optional<string?>(null));

    // Of what is stored, new metadata leaves the external id, and a new external id leaves the rest.
    private static FlexMetadata? ToMetadata(CustomerUpdate update, FlexMetadata? stored)
    {
        if (!update.ExternalId.IsSet && !update.Metadata.IsSet)
        {
            return null;
        }

        IReadOnlyDictionary<string, JsonElement> entries = (stored ?? new FlexMetadata()).Stored;
        return new FlexMetadata
        {
            Texts = ExternalIdInMetadata.Add(update.Metadata.ValueOr(null), update.ExternalId.ValueOr(null)) ?? CustomerMetadata.Empty,
            Stored = entries.Where(entry => (entry.Key == ExternalIdInMetadata.Key) == update.Metadata.IsSet).ToDictionary(StringComparer.Ordinal),
        };
    }
}
