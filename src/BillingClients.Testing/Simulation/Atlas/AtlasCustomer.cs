using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>A stored customer. Addresses, tax ids and metadata are kept as they were sent.</summary>
internal sealed record AtlasCustomer
{
    public required string Id { get; init; }
    public required string Email { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Description { get; init; }
    public JsonElement? BillingAddress { get; init; }
    public JsonElement? ShippingAddress { get; init; }
    public string? DefaultPaymentMethod { get; init; }
    public bool? TaxExempt { get; init; }
    public JsonElement? TaxIds { get; init; }
    public JsonElement? Metadata { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "customer",
        ["email"] = Email,
        ["name"] = Name,
        ["phone"] = Phone,
        ["description"] = Description,
        ["billing_address"] = Node(BillingAddress),
        ["shipping_address"] = Node(ShippingAddress),
        ["default_payment_method"] = DefaultPaymentMethod,
        ["tax_exempt"] = TaxExempt ?? false,
        ["tax_ids"] = Node(TaxIds) ?? new JsonArray(),
        ["metadata"] = Node(Metadata) ?? new JsonObject(),
        ["created"] = CreatedAt.ToUnixTimeSeconds(),
    };

    private static JsonNode? Node(JsonElement? value) => value is { } given ? JsonNode.Parse(given.GetRawText()) : null;
}
