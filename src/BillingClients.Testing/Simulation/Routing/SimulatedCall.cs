using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>One request on its way through a simulated provider.</summary>
internal sealed class SimulatedCall(JournalEntry request)
{
    private readonly QueryValues _query = QueryValues.Parse(request.Query);

    public JournalEntry Request { get; } = request;

    public IReadOnlyDictionary<string, string> RouteValues { get; set; } = new Dictionary<string, string>();

    public string Route(string name) => RouteValues[name];

    /// <summary>The first value of a query parameter, or null.</summary>
    public string? Query(string name) => _query.First(name);

    public IReadOnlyList<string> QueryAll(string name) => _query.All(name);

    public void Object(string objection) => Request.Object(objection);

    /// <summary>Notes query parameters that the endpoint does not have.</summary>
    public void ExpectQuery(params ReadOnlySpan<string> names)
    {
        foreach (string name in _query.Names)
        {
            if (!names.Contains(name))
            {
                Object($"unknown query parameter '{name}'");
            }
        }
    }

    /// <summary>Reads the body as JSON and notes a missing content type; false when it is not JSON.</summary>
    public bool TryReadJson(out JsonElement json)
    {
        string? contentType = Request.Header("Content-Type");
        if (contentType is null)
        {
            Object("no Content-Type");
        }
        else if (!contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            Object($"Content-Type is {contentType}");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(Request.Body);
            json = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            Object("the body is not JSON");
            json = default;
            return false;
        }
    }

    /// <summary>Notes fields that the endpoint does not have and a field of the wrong type; false for the latter.</summary>
    public bool Reads(JsonFields fields, IReadOnlySet<string> known)
    {
        foreach (string name in fields.Besides(known))
        {
            Object($"unknown field '{name}'");
        }

        if (fields.WrongType is not null)
        {
            Object($"'{fields.WrongType}' has the wrong type");
        }

        return fields.WrongType is null;
    }
}
