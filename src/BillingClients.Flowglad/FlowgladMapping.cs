using System.Text.Json;
using BillingClients.Providers;
using BillingClients.Wire;
using static BillingClients.Providers.WireText;

namespace BillingClients;

/// <summary>Between the common model and Flowglad's words. Pure.</summary>
internal static class FlowgladMapping
{
    internal static FlowgladCreateRequest ToWire(CustomerCreate customer)
    {
        FlowgladCustomerFields? fields = ProviderFieldsOf.Find<FlowgladCustomerFields>(customer.ProviderFields);
        return new FlowgladCreateRequest(new FlowgladNewCustomer
        {
            Email = customer.Email,
            Name = CustomerName.Of(customer),
            Archived = fields?.Archived,
            LogoUrl = fields?.LogoUrl ?? default,
            IconUrl = fields?.IconUrl ?? default,
            Domain = fields?.Domain ?? default,
            ExternalId = customer.ExternalId,
            UserId = fields?.UserId ?? default,
            CatalogId = fields?.CatalogId,
        });
    }

    /// <summary>Whether the customer is created archived.</summary>
    internal static bool IsArchived(CustomerCreate customer) => ProviderFieldsOf.Find<FlowgladCustomerFields>(customer.ProviderFields)?.Archived == true;

    internal static FlowgladUpdateRequest ToWire(CustomerUpdate update)
    {
        FlowgladCustomerFields? fields = ProviderFieldsOf.Find<FlowgladCustomerFields>(update.ProviderFields);
        return new FlowgladUpdateRequest(new FlowgladCustomerChange
        {
            Email = update.Email.ValueOr(null),
            Name = CustomerName.Of(update).ValueOr(null),
            LogoUrl = fields?.LogoUrl ?? default,
            IconUrl = fields?.IconUrl ?? default,
            Domain = fields?.Domain ?? default,
            UserId = fields?.UserId ?? default,
        });
    }

    internal static Customer ToCustomer(FlowgladCreateResponse wire, ResponseInfo? response)
    {
        FlowgladCreateData data = WireFormatException.Require(wire.Data, "data");
        FlowgladCustomer customer = WireFormatException.Require(data.Customer, "data.customer");
        return ToCustomer(KeepBeside(KeepSubscription(customer, data), data.AdditionalProperties, wire.AdditionalProperties), response);
    }

    internal static Customer ToCustomer(FlowgladCustomerResponse wire, ResponseInfo? response) =>
        ToCustomer(KeepBeside(WireFormatException.Require(wire.Customer, "customer"), wire.AdditionalProperties), response);

    internal static CustomerPage ToPage(FlowgladListResponse wire, string? cursor, ResponseInfo response)
    {
        bool hasMore = wire.HasMore ?? throw new WireFormatException("hasMore");
        return new CustomerPage
        {
            Items = CustomerPage.ItemsOf(WireFormatException.Require(wire.Data, "data"), static item => ToCustomer(item, null)),
            NextPageToken = hasMore ? WireFormatException.RequireNextPage(wire.NextCursor, cursor, "nextCursor") : null,
            TotalCount = WireFormatException.CountOrNull(wire.Total, "total"),
            Response = response,
        };
    }

    /// <summary>The fields that were sent and are not stored as they were sent.</summary>
    /// <remarks>
    /// Older servers return the catalog under the name it is sent with; there it is compared. Current ones drop it and name the pricing model of the API key
    /// instead, which says nothing of what was sent.
    /// </remarks>
    internal static IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored)
    {
        FlowgladCustomer customer = stored.As<FlowgladCustomer>()!;
        return SentFields.Differences(
            ToWire(sent).Customer,
            FlowgladJsonContext.Default.FlowgladNewCustomer,
            customer,
            FlowgladJsonContext.Default.FlowgladCustomer,
            customer.CatalogId is null ? ["catalogId"] : []);
    }

    private static Customer ToCustomer(FlowgladCustomer wire, ResponseInfo? response) => new()
    {
        Provider = FlowgladCapabilities.Descriptor.Name,
        Id = WireFormatException.RequireKey(wire.Id, "id"),
        ExternalId = NullIfEmpty(wire.ExternalId),
        Name = NullIfEmpty(wire.Name),
        FirstName = NullIfEmpty(wire.BillingAddress?.FirstName),
        LastName = NullIfEmpty(wire.BillingAddress?.LastName),
        Email = NullIfEmpty(wire.Email),
        Phone = NullIfEmpty(wire.BillingAddress?.Phone),
        BillingAddress = wire.BillingAddress?.Address is { } at ? ToAddress(at.Line1, at.Line2, at.City, at.State, at.PostalCode, at.Country) : null,
        CreatedAt = ToMoment(wire.CreatedAt),
        UpdatedAt = ToMoment(wire.UpdatedAt),
        Status = wire.Archived is { } archived ? (archived ? CustomerStatus.Archived : CustomerStatus.Active) : default,
        Mode = wire.Livemode is { } live ? (live ? CustomerMode.Live : CustomerMode.Test) : default,
        ProviderData = wire,
        Response = response,
    };

    // Milliseconds since October 2025; ISO 8601 before.
    private static DateTimeOffset? ToMoment(WireTimestamp? wire) => wire?.FromIso() ?? wire?.FromUnixMilliseconds();

    private static FlowgladCustomer KeepSubscription(FlowgladCustomer customer, FlowgladCreateData data) => data is { Subscription: null, SubscriptionItems: null }
        ? customer
        : customer with
        {
            Subscription = data.Subscription ?? customer.Subscription,
            SubscriptionItems = data.SubscriptionItems ?? customer.SubscriptionItems,
        };

    // What an envelope holds beside the customer and nobody knew is kept with the customer's own unknown fields.
    private static FlowgladCustomer KeepBeside(FlowgladCustomer customer, params ReadOnlySpan<IDictionary<string, JsonElement>?> beside)
    {
        Dictionary<string, JsonElement>? unknown = null;
        foreach (IDictionary<string, JsonElement>? fields in beside)
        {
            if (fields is not null)
            {
                unknown ??= customer.AdditionalProperties is null ? [] : new(customer.AdditionalProperties);
                AddMissing(unknown, fields);
            }
        }

        return unknown is null ? customer : customer with { AdditionalProperties = unknown };
    }

    private static void AddMissing(Dictionary<string, JsonElement> known, IDictionary<string, JsonElement> fields)
    {
        foreach ((string name, JsonElement value) in fields)
        {
            known.TryAdd(name, value);
        }
    }
}
