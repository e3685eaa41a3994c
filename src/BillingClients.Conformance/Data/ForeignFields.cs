namespace BillingClients.Conformance;

/// <summary>Fields of a provider that no client stands for.</summary>
internal sealed record ForeignFields : ProviderFields;
