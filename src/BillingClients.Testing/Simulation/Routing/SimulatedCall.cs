using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>A request that a <see cref="SimulatedProvider"/> is to answer: what came in, and where to note what is wrong with it.</summary>
/// <remarks>
/// An objection is for what the provider itself would let pass in silence, such as a field that it drops. A test finds it in the journal, with
/// <see cref="JournalAssertions.ShouldHaveNoObjections"/>.
/// </remarks>
public sealed class SimulatedCall
{
    private readonly QueryValues _query;

    internal SimulatedCall(JournalEntry request)
    {
        Request = request;
        _query = QueryValues.Parse(request.Query);
    }

    /// <summary>The request as it was received: verb, path, headers and body.</summary>
    public JournalEntry Request { get; }

    /// <summary>Whether a list is answered as if it had no filter. See <see cref="FaultKind.IgnoredFilter"/>.</summary>
    internal bool IgnoresFilters { get; set; }

    internal IReadOnlyDictionary<string, string> RouteValues { get; set; } = new Dictionary<string, string>();

    /// <summary>A parameter of the path, decoded.</summary>
    /// <param name="name">Its name in the template, without braces.</param>
    public string Route(string name) => RouteValues[name];

    /// <summary>The first value of a query parameter, decoded; null when it is absent.</summary>
    public string? Query(string name) => _query.First(name);

    /// <summary>
    /// The first value of a query parameter that filters a list, decoded; null when it is absent, or with <see cref="FaultKind.IgnoredFilter"/>.
    /// </summary>
    public string? Filter(string name) => IgnoresFilters ? null : Query(name);

    /// <summary>Notes something that is wrong with the request, as <see cref="JournalEntry.Objection"/>.</summary>
    public void AddObjection(string objection) => Request.AddObjection(objection);

    /// <summary>Objects to query parameters that the endpoint does not have.</summary>
    /// <param name="names">The parameters that it has.</param>
    public void ExpectQuery(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in _query.Names)
        {
            if (!names.Contains(name))
            {
                AddObjection($"unknown query parameter '{name}'");
            }
        }
    }

    /// <summary>Objects to members of a JSON object that the endpoint does not have.</summary>
    /// <param name="json">The object; any other JSON has no members.</param>
    /// <param name="names">The members that it has.</param>
    public void ExpectFields(JsonElement json, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!names.Contains(member.Name))
            {
                AddObjection($"unknown field '{member.Name}'");
            }
        }
    }

    /// <summary>Reads the body as JSON, and objects to a content type that is not JSON's.</summary>
    /// <param name="json">What was read.</param>
    /// <returns>False, with an objection, when the body is not JSON.</returns>
    public bool TryReadJson(out JsonElement json)
    {
        string? contentType = Request.Header("Content-Type");
        if (contentType is null)
        {
            AddObjection("no Content-Type");
        }
        else if (!contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            AddObjection($"Content-Type is {contentType}");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(Request.Body);
            json = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            AddObjection("the body is not JSON");
            json = default;
            return false;
        }
    }

    /// <summary>All values of a query parameter, decoded, in order.</summary>
    internal IReadOnlyList<string> QueryAll(string name) => _query.All(name);

    /// <summary>Objects to fields that the endpoint does not have and to a field of the wrong type; false for the latter.</summary>
    internal bool Reads(JsonFields fields, params string[] known)
    {
        ExpectFields(fields.Json, known);
        if (fields.WrongType is not null)
        {
            AddObjection($"'{fields.WrongType}' has the wrong type");
        }

        return fields.WrongType is null;
    }
}
