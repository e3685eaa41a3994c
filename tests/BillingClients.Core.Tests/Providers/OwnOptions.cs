namespace BillingClients.Core.Tests.Providers;

/// <summary>The options of a provider that lives in someone else's repository.</summary>
public sealed class OwnOptions : ProviderOptions
{
    protected override Uri DefaultBaseAddress => new("https://own.example/");
}
