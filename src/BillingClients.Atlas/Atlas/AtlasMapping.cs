using System.Text.Json;
using BillingClients.Providers;
using BillingClients.Wire;

namespace BillingClients;

/// <summary>Between the common model and Atlas's words. Pure.</summary>
internal static class AtlasMapping
{
    internal static AtlasCreateRequest ToWire(CustomerCreate customer) => new()
    {
        Email = customer.Email,
        Name = CustomerName.Of(customer),
        Phone = customer.Phone,
        Description = customer.Description,
        BillingAddress = ToWire(customer.BillingAddress),
        ShippingAddress = ToWire(customer.ShippingAddress),
        TaxExempt = customer.TaxExempt,
        TaxIds = ToWire(customer.TaxIds),
        Metadata = ExternalIdInMetadata.Add(customer.Metadata, customer.ExternalId),
    };

    /// <summary>An update, with the whole map of metadata where it changes any of it.</summary>
    /// <param name="update">The update.</param>
    /// <param name="stored">The metadata that is stored now; needed when <see cref="ExternalIdInMetadata.NeedsStored"/> says so.</param>
    /// <exception cref="WireFormatException">The stored metadata is not a map.</exception>
    internal static AtlasUpdateRequest ToWire(CustomerUpdate update, AtlasStoredMetadata? stored)
    {
        AtlasCustomerFields? fields = ProviderFieldsOf.Find<AtlasCustomerFields>(update.ProviderFields);
        return new AtlasUpdateRequest
        {
            Email = update.Email.ValueOr(null),
            Name = CustomerName.Of(update),
            Phone = update.Phone,
            Description = update.Description,
            BillingAddress = ToWire(update.BillingAddress),
            ShippingAddress = ToWire(update.ShippingAddress),
            TaxExempt = update.TaxExempt.ValueOr(null),
            TaxIds = update.TaxIds.IsNull ? [] : ToWire(update.TaxIds.ValueOr(null)),
            Metadata = ToMetadata(update, stored),
            DefaultPaymentMethod = fields?.DefaultPaymentMethod,
            DefaultTokenId = fields?.DefaultPaymentMethod,
        };
    }

    internal static Customer ToCustomer(AtlasCustomer wire, ResponseInfo? response) => new()
    {
        Provider = AtlasCapabilities.Descriptor.Name,
        Id = WireFormatException.RequireKey(wire.Id, "id"),
        ExternalId = ExternalIdInMetadata.Of(wire.Metadata),
        Name = wire.Name,
        Email = wire.Email,
        Phone = wire.Phone,
        Description = wire.Description,
        BillingAddress = ToAddress(wire.BillingAddress ?? wire.Address),
        ShippingAddress = ToAddress(wire.ShippingAddress),
        TaxIds = ToTaxIds(wire.TaxIds),
        TaxExempt = wire.TaxExempt,
        Metadata = wire.Metadata ?? CustomerMetadata.Empty,
        CreatedAt = wire.Created?.FromUnixSeconds(),
        ProviderData = wire,
        Response = response,
    };

    internal static CustomerPage ToPage(AtlasCustomerPage wire, long offset, int pageSize, ResponseInfo response)
    {
        IReadOnlyList<Customer> items = ToCustomers(wire);
        long? total = WireFormatException.CountOrNull(wire.TotalCount, "total_count");
        return new CustomerPage
        {
            Items = items,
            NextPageToken = HasMore(wire, total - offset, items.Count) ? OffsetToken.Next(offset, items.Count > 0 ? items.Count : pageSize, "has_more") : null,
            TotalCount = total,
            Response = response,
        };
    }

    internal static IReadOnlyList<Customer> ToCustomers(AtlasCustomerPage wire) =>
        CustomerPage.ItemsOf(WireFormatException.Require(wire.Data, "data"), static item => ToCustomer(item, null));

    /// <summary>The fields that were sent and are not stored as they were sent.</summary>
    internal static IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => SentFields.Differences(
        ToWire(sent),
        AtlasJsonContext.Default.AtlasCreateRequest,
        stored.As<AtlasCustomer>()!,
        AtlasJsonContext.Default.AtlasCustomer);

    // A server that returns smaller pages than it was asked for may say that there are no more, although its total is larger.
    private static bool HasMore(AtlasCustomerPage wire, long? left, int count) => wire.HasMore switch
    {
        true => true,
        false => count > 0 && count < left,
        null => count < (left ?? throw new WireFormatException("has_more")),
    };

    private static AtlasMetadata? ToMetadata(CustomerUpdate update, AtlasStoredMetadata? stored)
    {
        if (!update.Metadata.IsSet && !update.ExternalId.IsSet)
        {
            return null;
        }

        IReadOnlyDictionary<string, JsonElement> before = StoredMetadata.Entries(stored?.Metadata, "metadata");
        Dictionary<string, JsonElement> entries = update.Metadata.IsSet
            ? (update.Metadata.Value ?? []).ToDictionary(static entry => entry.Key, static entry => ToJson(entry.Value))
            : new(before);
        if (!update.ExternalId.IsSet)
        {
            if (before.TryGetValue(ExternalIdInMetadata.Key, out JsonElement kept))
            {
                entries.TryAdd(ExternalIdInMetadata.Key, kept);
            }
        }
        else if (update.ExternalId.Value is { } externalId)
        {
            entries[ExternalIdInMetadata.Key] = ToJson(externalId);
        }
        else
        {
            entries.Remove(ExternalIdInMetadata.Key);
        }

        return new AtlasMetadata { Entries = entries };
    }

    private static JsonElement ToJson(string text) => JsonSerializer.SerializeToElement(text, AtlasJsonContext.Default.String);

    private static Optional<AtlasAddress?> ToWire(Optional<Address?> address) => address.IsSet ? ToWire(address.Value) : default(Optional<AtlasAddress?>);

    private static AtlasAddress? ToWire(Address? address) => address is null ? null : new()
    {
        Line1 = address.Line1,
        Line2 = address.Line2,
        City = address.City,
        State = address.State,
        PostalCode = address.PostalCode,
        Country = address.Country,
    };

    private static AtlasTaxId[]? ToWire(TaxIdList? taxIds)
    {
        if (taxIds is null)
        {
            return null;
        }

        AtlasTaxId[] wire = new AtlasTaxId[taxIds.Count];
        for (int i = 0; i < wire.Length; i++)
        {
            wire[i] = new AtlasTaxId { Type = taxIds[i].Type, Value = taxIds[i].Value };
        }

        return wire;
    }

    private static Address? ToAddress(AtlasAddress? wire) =>
        wire is null ? null : WireText.ToAddress(wire.Line1, wire.Line2, wire.City, wire.State, wire.PostalCode, wire.Country);

    private static TaxIdList ToTaxIds(IReadOnlyList<AtlasTaxId?>? wire) =>
        wire is null ? [] : [.. wire.OfType<AtlasTaxId>().Select(static taxId => new TaxId(taxId.Type ?? string.Empty, taxId.Value ?? string.Empty))];
}
