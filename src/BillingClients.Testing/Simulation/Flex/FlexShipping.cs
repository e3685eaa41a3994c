using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Where goods go, as it is stored. What was not given is absent in answers.</summary>
internal sealed record FlexShipping(string Id, IReadOnlyDictionary<string, string> Parts)
{
    private static readonly string[] Names = ["line1", "line2", "city", "state", "postal_code", "country"];

    /// <summary>Reads the parts that were given; null when one is not text.</summary>
    public static IReadOnlyDictionary<string, string>? Read(SimulatedCall call, JsonElement json)
    {
        var fields = new JsonFields(json);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in Names)
        {
            if (fields.Text(name) is { } part)
            {
                parts[name] = part;
            }
        }

        return call.Reads(fields, Names) ? parts : null;
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["shipping_address_id"] = Id };
        foreach (string name in Names.Where(Parts.ContainsKey))
        {
            json[name] = Parts[name];
        }

        return json;
    }
}
