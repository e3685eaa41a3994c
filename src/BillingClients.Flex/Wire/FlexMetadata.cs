using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>Metadata on its way to Flex: a text that holds a JSON object. On the way back it is the object.</summary>
[JsonConverter(typeof(FlexMetadataConverter))]
internal sealed class FlexMetadata
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    /// <summary>The caller's entries.</summary>
    internal IReadOnlyDictionary<string, string> Texts { get; init; } = Customer.NoMetadata;

    /// <summary>Entries that were stored before, of whatever type; none of them is among <see cref="Texts"/>.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Stored { get; init; } = Nothing;

    /// <summary>The metadata of a new customer, the external id in it; null when neither is given.</summary>
    internal static FlexMetadata? Of(CustomerCreate customer) =>
        customer.ExternalId is not null ? new FlexMetadata { Texts = With(customer.Metadata, customer.ExternalId) }
        : customer.Metadata is not null ? new FlexMetadata { Texts = customer.Metadata }
        : null;

    /// <summary>
    /// Whether an update sets only one of external id and metadata. The other is then sent as it is stored, because an update replaces the whole metadata.
    /// </summary>
    internal static bool DependsOnStored(CustomerUpdate update) =>
        update.ExternalId.IsSet != update.Metadata.IsSet && update.Metadata.ValueOr(null)?.ContainsKey(MetadataKeys.ExternalId) != true;

    /// <summary>The metadata after an update; null when it is not changed.</summary>
    /// <param name="update">The update.</param>
    /// <param name="stored">What is stored; null for nothing, or when <see cref="DependsOnStored"/> says no.</param>
    internal static FlexMetadata? Of(CustomerUpdate update, FlexMetadata? stored)
    {
        if (!update.ExternalId.IsSet && !update.Metadata.IsSet)
        {
            return null;
        }

        // Of what is stored, a new map leaves the external id, and a new external id leaves the map.
        return new FlexMetadata
        {
            Texts = With(update.Metadata.ValueOr(null), update.ExternalId.ValueOr(null)),
            Stored = stored is null
                ? Nothing
                : stored.Stored.Where(entry => (entry.Key == MetadataKeys.ExternalId) == update.Metadata.IsSet).ToDictionary(StringComparer.Ordinal),
        };
    }

    private static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string>? metadata, string? externalId)
    {
        metadata ??= Customer.NoMetadata;
        return externalId is null ? metadata : new Dictionary<string, string>(metadata, StringComparer.Ordinal) { [MetadataKeys.ExternalId] = externalId };
    }
}
