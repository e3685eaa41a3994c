namespace BillingClients.Testing;

/// <summary>
/// The server's note of a changed external id: it writes the new id under <c>old_external_ids</c>, and fails when the customer has no metadata to write into.
/// </summary>
internal static class FlexpriceOldExternalIds
{
    private const string Key = "old_external_ids";

    public static FlexpriceCustomer Note(FlexpriceCustomer customer, string newExternalId)
    {
        var metadata = new SortedDictionary<string, string>(customer.Metadata!, StringComparer.Ordinal);
        metadata[Key] = metadata.TryGetValue(Key, out string? noted) && noted.Length > 0 ? $"{noted},{newExternalId}" : newExternalId;
        return customer with { Metadata = metadata };
    }
}
