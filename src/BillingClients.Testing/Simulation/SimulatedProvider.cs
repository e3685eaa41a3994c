using System.Collections.Concurrent;

namespace BillingClients.Testing;

/// <summary>One provider of a <see cref="ProviderSimulator"/>.</summary>
public abstract class SimulatedProvider
{
    private readonly ConcurrentDictionary<string, bool> _acceptedKeys = new(StringComparer.Ordinal);
    private readonly RequestJournal _journal;

    private protected SimulatedProvider(string name, string basePath, string apiKey, SimulationSettings settings)
    {
        Name = name;
        BasePath = basePath;
        ApiKey = apiKey;
        _journal = settings.Journal;
        AcceptKey(apiKey);
    }

    /// <summary>The provider's name, as in <c>simulator["flexprice"]</c>.</summary>
    public string Name { get; }

    /// <summary>Where the provider's API is mounted, without a slash at the end.</summary>
    public Uri BaseAddress { get; internal set; } = new("http://127.0.0.1");

    /// <summary>A key that the provider accepts.</summary>
    public string ApiKey { get; }

    /// <summary>The customers stored now, archived ones included, in the order of their creation. A snapshot.</summary>
    public IReadOnlyList<SimulatedCustomer> Customers => Snapshot();

    /// <summary>The requests that this provider received, in order. A snapshot.</summary>
    public IReadOnlyList<JournalEntry> Requests => _journal.For(Name);

    /// <summary>How many scripted answers are still waiting for their request.</summary>
    public int PendingScripts => Scripts.Count;

    internal string BasePath { get; }

    internal ScriptQueue Scripts { get; } = new();

    private protected abstract EndpointTable Endpoints { get; }

    /// <summary>Accepts one more API key. Customers are not kept apart by key.</summary>
    public void AcceptKey(string apiKey) => _acceptedKeys[apiKey] = true;

    /// <summary>Refuses a key from now on, as after a rotation.</summary>
    public void RevokeKey(string apiKey) => _acceptedKeys.TryRemove(apiKey, out _);

    /// <summary>Answers the next matching request with <paramref name="answer"/>, exactly as it is, in place of the provider's own answer. Nothing is stored.</summary>
    /// <remarks>Scripts are taken in the order in which they were added: a request takes the first that matches it.</remarks>
    public void Answer(SimulatedAnswer answer, RequestMatch? when = null) => Scripts.Add(new Script(when ?? Testing.Requests.Any, _ => answer));

    /// <summary>Answers the next matching request with JSON text, which is not checked.</summary>
    public void Answer(int status, string json, RequestMatch? when = null) => Answer(SimulatedAnswer.Json(status, json), when);

    /// <summary>Answers the next matching request with what <paramref name="answer"/> makes of it, its body included.</summary>
    public void Answer(Func<JournalEntry, SimulatedAnswer> answer, RequestMatch? when = null) => Scripts.Add(new Script(when ?? Testing.Requests.Any, answer));

    /// <summary>Forgets the scripts that no request has taken.</summary>
    public void ClearScripts() => Scripts.Clear();

    /// <summary>Forgets all customers.</summary>
    public abstract void ClearCustomers();

    /// <inheritdoc/>
    public override string ToString() => $"{Name} at {BaseAddress}";

    internal SimulatedAnswer Handle(SimulatedCall call)
    {
        EndpointMatch match = Endpoints.Match(call.Request.Method, call.Request.Path);
        if (match.Endpoint is null)
        {
            call.Object(match.PathIsKnown ? $"{call.Request.Method} is not a verb of {call.Request.Path}" : $"no endpoint at {call.Request.Path}");
            return Complete(call, UnknownEndpoint(match.PathIsKnown));
        }

        call.RouteValues = match.RouteValues;
        SimulatedAnswer answer = Authenticate(call) ?? match.Endpoint.Handler(call);
        call.Request.Committed = match.Endpoint.Writes && answer.Status is >= 200 and < 300;
        return Complete(call, answer);
    }

    /// <summary>The refusal of a request without a valid key, or null.</summary>
    private protected abstract SimulatedAnswer? Authenticate(SimulatedCall call);

    /// <summary>The answer to a path or verb that the provider does not have.</summary>
    private protected abstract SimulatedAnswer UnknownEndpoint(bool pathIsKnown);

    /// <summary>What the provider's error body looks like for a failure that has nothing to do with the request: 408, 429, 5xx.</summary>
    private protected abstract SimulatedAnswer Failure(int status);

    /// <summary>What the provider puts on every answer, such as a request id.</summary>
    private protected virtual SimulatedAnswer Complete(SimulatedCall call, SimulatedAnswer answer) => answer;

    private protected abstract IReadOnlyList<SimulatedCustomer> Snapshot();

    private protected bool Accepts(string? apiKey) => apiKey is not null && _acceptedKeys.ContainsKey(apiKey);
}
