namespace BillingClients.Providers.Tests.All;

/// <summary>The providers, as rows of the tests of what all of them share.</summary>
internal static class ProviderCase
{
    /// <summary>A customer that every provider takes.</summary>
    internal static CustomerCreate Ada => new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    /// <summary>The names.</summary>
    public static TheoryData<string> Names { get; } = [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    /// <summary>The names of those that have one field for a person's name.</summary>
    public static TheoryData<string> WithOneName { get; } =
    [
        .. from provider in DiscoveredProvider.All
           where provider.Descriptor.Capabilities.Field(CustomerField.FirstName).Create == Support.Emulated
           select provider.Name,
    ];
}
