using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>Fields of a provider whose record was not registered when their JSON was read.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Properties">All other properties; nobody changes them.</param>
internal sealed record KeptProviderFields(string Name, IReadOnlyDictionary<string, JsonElement> Properties) : ProviderFields;
