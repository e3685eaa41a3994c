namespace BillingClients.Providers;

/// <summary>The metadata keys that this library uses. For writing a provider.</summary>
public static class MetadataKeys
{
    /// <summary>Holds the external id at providers that have no field for it.</summary>
    public const string ExternalId = "external_id";
}
