using System.Text.Json.Nodes;
using BillingClients.Testing;

namespace BillingClients.Chaos;

/// <summary>The property that shows which create a customer belongs to: the e-mail address, or the external id if no address was sent.</summary>
internal static class Identity
{
    internal static string Of(CustomerCreate asked) => asked.Email ?? asked.ExternalId!;

    internal static string? Of(Customer returned) => returned.Email ?? returned.ExternalId;

    internal static string? Of(SimulatedCustomer stored) =>
        stored.Email ?? stored.ExternalId ?? (string?)JsonNode.Parse(stored.Json)!["metadata"]?["external_id"];
}
