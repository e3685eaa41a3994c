namespace BillingClients.Providers;

/// <summary>Refuses a change of the address: connections to the old one are open, and the key of the new one must not be sent there.</summary>
internal static class AddressChange
{
    internal static IReadOnlyList<string> Check(ProviderOptions before, ProviderOptions changed, string path)
    {
        // The validation reports an address that is not absolute.
        Uri address = changed.GetBaseAddress();
        return address == before.GetBaseAddress() || !address.IsAbsoluteUri
            ? []
            : [$"{path}:{nameof(ProviderOptions.BaseAddress)} was changed, to an address at host '{address.Host}'."
                + " Restart the application, or create a new client, to use it."];
    }
}
