namespace BillingClients.Conformance.Tests;

/// <summary>Declares that it cannot hold a phone number, and holds it.</summary>
internal sealed class HidesWhatItCanDo : DelegatingCustomerClient
{
    public HidesWhatItCanDo(ICustomerClient inner)
        : base(inner)
    {
        CustomerCapabilities all = inner.Provider.Capabilities;
        Provider = inner.Provider with
        {
            Capabilities = all with { Fields = all.Fields.Where(field => field.Key != CustomerField.Phone).ToDictionary() },
        };
    }

    public override ProviderDescriptor Provider { get; }
}
