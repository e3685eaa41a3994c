using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Flex's error bodies: the shape of its documents, and those that its plugin's tests have.</summary>
internal static class FlexAnswers
{
    public static SimulatedAnswer Unauthorized => Message(401, "Unauthorized");

    public static SimulatedAnswer NotFound => new JsonObject { ["detail"] = "not_found" }.Answer(404);

    public static SimulatedAnswer WrongVerb => Message(405, "Method Not Allowed");

    /// <summary>A body that is not JSON.</summary>
    public static SimulatedAnswer InvalidRequest =>
        new JsonObject { ["error"] = new JsonObject { ["code"] = "invalid_request", ["message"] = "The request is invalid." } }.Answer(400);

    /// <summary>A field or parameter that is not what it should be.</summary>
    public static SimulatedAnswer InvalidField(string field, string type, string words) => new JsonObject
    {
        ["detail"] = new JsonArray(new JsonObject { ["loc"] = new JsonArray(field), ["msg"] = $"{type}: {words}", ["type"] = type }),
    }.Answer(422);

    /// <summary>A failure that has nothing to do with the request. Gateways answer in HTML.</summary>
    public static SimulatedAnswer Failure(int status) => status switch
    {
        408 => Message(408, "Request Timeout"),
        409 => Message(409, "Conflict"),
        429 => Message(429, "Too Many Requests"),
        500 => Message(500, "Internal Server Error"),
        _ => SimulatedAnswer.Html(status, "<html><body><h1>The request failed.</h1></body></html>"),
    };

    private static SimulatedAnswer Message(int status, string words) => new JsonObject { ["message"] = words }.Answer(status);
}
