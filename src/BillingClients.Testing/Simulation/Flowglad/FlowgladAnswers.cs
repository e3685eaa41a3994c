using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Flowglad's error bodies. Each has a request id of its own, in the body and in the header.</summary>
internal sealed class FlowgladAnswers(int seed)
{
    public const string RequestIdHeader = "X-Request-Id";

    private const string Formats =
        "Authorization header is required, and must include api key in format Authorization: \"Bearer <key>\", or Authorization: \"<key>\"";

    private readonly IdSequence _requestIds = new(seed);

    /// <summary>What the server's framework answers to a verb that no route has.</summary>
    public static SimulatedAnswer NoVerb { get; } = SimulatedAnswer.Empty(405);

    public static SimulatedAnswer NoKey { get; } = SimulatedAnswer.Text(401, $"Unauthorized. {Formats}");

    public static SimulatedAnswer MalformedKey { get; } =
        SimulatedAnswer.Text(401, $"Either the API key was missing, or it was in an invalid format. {Formats}");

    /// <summary>For a wrong key, an expired one and a rate-limited one.</summary>
    public static SimulatedAnswer InvalidKey { get; } = SimulatedAnswer.Text(
        401,
        "API key invalid. Please check that you are providing a valid API key. "
        + "If requesting via SDK, ensure the FLOWGLAD_SECRET_KEY is set in your server's environment variables.");

    /// <summary>What is answered to a path or a verb without a route.</summary>
    public SimulatedAnswer NoRoute() => SimulatedAnswer.Text(404, "Not Found").WithHeader(RequestIdHeader, NextRequestId());

    public string NextRequestId() => _requestIds.Uuid()[..8];

    public SimulatedAnswer InvalidJson() => Error(400, "Invalid JSON in request body");

    public SimulatedAnswer InvalidPaging(string message) => Error(400, message);

    /// <summary>Issues of a query come as a text that holds their JSON.</summary>
    public SimulatedAnswer InvalidPaging(FlowgladIssues issues) => Error(400, issues.ToJson().ToText());

    public SimulatedAnswer Invalid(FlowgladIssues issues) => Error(400, issues.ToJson(), "BAD_REQUEST");

    public SimulatedAnswer CustomerNotFound(string externalId) => Error(404, $"Customer with externalId {externalId} not found", "NOT_FOUND");

    public SimulatedAnswer SubscriptionNotFound(string subscriptionId, string externalId) =>
        Error(404, $"Subscription with id {subscriptionId} not found for customer {externalId}", "NOT_FOUND");

    /// <summary>The server builds the words from the name of the index.</summary>
    public SimulatedAnswer AlreadyExists() =>
        Error(409, "This pricing model id external id unique idx already exists. Please choose a different value.", "CONFLICT");

    /// <summary>A failure that has nothing to do with the request; statuses that only a gateway gives have no known body.</summary>
    public SimulatedAnswer Failure(int status) => status switch
    {
        409 => AlreadyExists(),
        500 => Error(500, "Internal server error"),
        _ => SimulatedAnswer.Text(status, "The request failed."),
    };

    private SimulatedAnswer Error(int status, JsonNode error, string? code = null)
    {
        string requestId = NextRequestId();
        var json = new JsonObject { ["error"] = error };
        if (code is not null)
        {
            json["code"] = code;
        }

        json["request_id"] = requestId;
        return json.Answer(status).WithHeader(RequestIdHeader, requestId);
    }
}
