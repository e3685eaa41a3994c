using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>The body of a create or an upsert: the texts that are there, be they null.</summary>
internal sealed record RunOnAtlasCustomerRequest(IReadOnlyDictionary<string, string?> Texts)
{
    public string ExternalId => Texts.GetValueOrDefault(RunOnAtlasFields.ExternalId) ?? "";

    /// <summary>Reads a customer and notes fields that the documents do not have; null when a field has the wrong type.</summary>
    public static RunOnAtlasCustomerRequest? Read(SimulatedCall call, JsonElement json)
    {
        var fields = new JsonFields(json);
        Dictionary<string, string?> texts = RunOnAtlasFields.InOrder.Where(fields.Has).ToDictionary(field => field, fields.Text, StringComparer.Ordinal);
        return call.Reads(fields, RunOnAtlasFields.InOrder) ? new RunOnAtlasCustomerRequest(texts) : null;
    }

    /// <summary>The customer with the texts that are there: null clears, absence leaves.</summary>
    public RunOnAtlasCustomer ApplyTo(RunOnAtlasCustomer customer)
    {
        var texts = new Dictionary<string, string>(customer.Texts, StringComparer.Ordinal);
        foreach ((string field, string? text) in Texts.Where(pair => pair.Key != RunOnAtlasFields.ExternalId))
        {
            texts.Remove(field);
            if (text is not null)
            {
                texts[field] = text;
            }
        }

        return customer with { Texts = texts };
    }
}
