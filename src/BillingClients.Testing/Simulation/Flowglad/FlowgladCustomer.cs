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
        var json = new JsonObject
        {
            ["id"] = Id,
            ["createdAt"] = FlowgladMoment.Of(CreatedAt, shape),
            ["updatedAt"] = FlowgladMoment.Of(UpdatedAt, shape),
            ["livemode"] = Livemode,
            ["organizationId"] = FlowgladPricingModel.OrganizationId,
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
        json[shape == FlowgladResponseShape.Older ? "catalogId" : "pricingModelId"] = PricingModelId(shape);
        return json;
    }

    /// <summary>The customer's pricing model; its catalog in the older shape.</summary>
    public string PricingModelId(FlowgladResponseShape shape) =>
        shape == FlowgladResponseShape.Older ? CatalogId ?? "catalog_Qw2Er4Ty6" : FlowgladPricingModel.Id;
}
