namespace BillingClients.Providers;

/// <summary>Keeps the external id in a metadata entry, for providers that have no field for it. Pure. For writing a provider.</summary>
public static class ExternalIdInMetadata
{
    /// <summary>The key of the entry.</summary>
    public const string Key = "external_id";

    /// <summary>The external id in stored metadata; null when there is none.</summary>
    /// <param name="metadata">The metadata; null for none.</param>
    public static string? Of(IReadOnlyDictionary<string, string>? metadata) =>
        metadata?.TryGetValue(Key, out string? externalId) == true && externalId.Length > 0 ? externalId : null;

    /// <summary>Metadata with the external id in it.</summary>
    /// <param name="metadata">The other entries; null for none.</param>
    /// <param name="externalId">The external id; null for none.</param>
    /// <returns>The metadata; null if there is neither.</returns>
    public static CustomerMetadata? Add(CustomerMetadata? metadata, string? externalId) =>
        externalId is null ? metadata : CustomerMetadata.Around(new(metadata ?? CustomerMetadata.Empty) { [Key] = externalId });

    /// <summary>
    /// Whether an update must first read the stored metadata. It must if it sets only the external id or only the other entries, because the provider replaces
    /// the map as a whole.
    /// </summary>
    /// <param name="update">The update.</param>
    public static bool NeedsStored(CustomerUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update.ExternalId.IsSet != update.Metadata.IsSet && update.Metadata.ValueOr(null)?.ContainsKey(Key) != true;
    }

    /// <summary>Refuses a create that contains two different external ids.</summary>
    /// <param name="check">The check of the request.</param>
    /// <param name="customer">The customer.</param>
    public static void Check(FieldCheck check, CustomerCreate customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (customer.ExternalId is not null)
        {
            Check(check, customer.ExternalId, customer.Metadata);
        }
    }

    /// <summary>Refuses an update that contains two different external ids.</summary>
    /// <param name="check">The check of the request.</param>
    /// <param name="update">The update.</param>
    public static void Check(FieldCheck check, CustomerUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.ExternalId.IsSet)
        {
            Check(check, update.ExternalId.Value, update.Metadata.ValueOr(null));
        }
    }

    private static void Check(FieldCheck check, string? externalId, CustomerMetadata? metadata)
    {
        if (metadata is not null && metadata.TryGetValue(Key, out string? other) && other != externalId)
        {
            check.Refuse($"Metadata[{Key}]", "differs from ExternalId, which is stored under this metadata key. Set only one of the two");
        }
    }
}
