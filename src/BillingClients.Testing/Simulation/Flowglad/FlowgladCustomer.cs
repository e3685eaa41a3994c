using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>A stored customer.</summary>
internal sealed record FlowgladCustomer
{
    public required string Id { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public bool Livemode { get; init; }
    public required string ExternalId { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required string InvoiceNumberBase { get; init; }
    public bool Archived { get; init; }
    public string? LogoUrl { get; init; }
    public string? IconUrl { get; init; }
    public string? Domain { get; init; }
    public string? UserId { get; init; }
    public string? CatalogId { get; init; }

    /// <summary>JSON text; a node can have one parent only.</summary>
    public string? BillingAddress { get; init; }

    public required string SubscriptionId { get; init; }

    public JsonObject ToJson(FlowgladResponseShape shape)
    {
        bool isOlder = shape == FlowgladResponseShape.Older;
        var json = new JsonObject
        {
            ["id"] = Id,
            ["createdAt"] = Moment(CreatedAt, isOlder),
            ["updatedAt"] = Moment(UpdatedAt, isOlder),
            ["livemode"] = Livemode,
            ["organizationId"] = "org_Zx8Cv6Bn4",
            ["email"] = Email,
            ["name"] = Name,
            ["invoiceNumberBase"] = InvoiceNumberBase,
            ["archived"] = Archived,
            ["logoURL"] = LogoUrl,
            ["iconURL"] = IconUrl,
            ["domain"] = Domain,
            ["billingAddress"] = BillingAddress is null ? null : JsonNode.Parse(BillingAddress),
            ["externalId"] = ExternalId,
            ["userId"] = UserId,
        };
        if (isOlder)
        {
            json["catalogId"] = CatalogId ?? "catalog_Qw2Er4Ty6";
        }
        else
        {
            json["pricingModelId"] = "pricing_model_Qw2Er4Ty6";
        }

        return json;
    }

    public JsonObject SubscriptionJson() => new()
    {
        ["id"] = SubscriptionId,
        ["customerId"] = Id,
        ["status"] = "active",
        ["current"] = true,
    };

    private static JsonValue Moment(DateTimeOffset time, bool isOlder) => isOlder
        ? JsonValue.Create(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
        : JsonValue.Create(time.ToUnixTimeMilliseconds());
}
