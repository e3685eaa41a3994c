using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>A stored customer.</summary>
internal sealed record RunOnAtlasCustomer
{
    public required string Id { get; init; }
    public required string ExternalId { get; init; }

    /// <summary>The other texts, by name; what is unset is not there.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<RunOnAtlasSubscription> Subscriptions { get; init; } = [];
    public IReadOnlyList<RunOnAtlasCredits> Credits { get; init; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    public string? Text(string field) => field == RunOnAtlasFields.ExternalId ? ExternalId : Texts.GetValueOrDefault(field);

    public JsonObject ToJson()
    {
        JsonObject json = Head();
        AddTexts(json);
        return json;
    }

    /// <summary>With subscriptions and what else a create and a read by external id answer with.</summary>
    public JsonObject ToExpandedJson()
    {
        JsonObject json = Head();
        json["activeSubscriptions"] = new JsonArray([.. Subscriptions.Select(subscription => subscription.ToJson(Id))]);
        json["upcomingSubscriptions"] = new JsonArray();
        json["conditionalBillableAccess"] = new JsonArray();
        json["customPricingUnits"] = new JsonArray([.. Credits.Select(credits => credits.ToJson())]);
        json["customerPrivatePlans"] = new JsonArray();

        // The only other subscription here is the free one to the default plan.
        json["isEligibleForTrial"] = !Subscriptions.Any(subscription => subscription.IsTrial);
        AddTexts(json);
        return json;
    }

    private JsonObject Head() => new()
    {
        ["createdAt"] = RunOnAtlasTime.Write(CreatedAt),
        ["id"] = Id,
        ["updatedAt"] = RunOnAtlasTime.Write(UpdatedAt),
        ["merchantId"] = RunOnAtlasSimulation.MerchantId,
    };

    private void AddTexts(JsonObject json)
    {
        foreach (string field in RunOnAtlasFields.InOrder)
        {
            json[field] = Text(field);
        }
    }
}
