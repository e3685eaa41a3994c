namespace BillingClients.Providers;

/// <summary>Refuses another address: connections are open to the old one, and the new one's key must not be sent there.</summary>
internal static class AddressChange
{
    internal static IReadOnlyList<string> Check(ProviderOptions before, ProviderOptions changed, string path)
    {
        // The failures of an address that is not absolute are told by the validation.
        Uri address = changed.GetBaseAddress();
        return address == before.GetBaseAddress() || !address.IsAbsoluteUri
            ? []
            : [$"{path}:{nameof(ProviderOptions.BaseAddress)}: the address changed to host '{address.Host}'. Restart the application to use it."];
    }
}
