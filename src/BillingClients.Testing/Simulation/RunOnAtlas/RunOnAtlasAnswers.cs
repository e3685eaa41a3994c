using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>RunOnAtlas's error bodies, as far as its own client reads them.</summary>
internal sealed class RunOnAtlasAnswers(Func<RunOnAtlasErrorMember> member)
{
    public SimulatedAnswer Invalid(string problem) => Error(400, problem);

    public SimulatedAnswer NotJson() => Error(400, "The body is not valid JSON");

    public SimulatedAnswer Unauthorized() => Error(401, "Invalid API key");

    public SimulatedAnswer CustomerNotFound() => Error(404, "Customer not found");

    public SimulatedAnswer CustomPricingUnitNotFound() => Error(404, "Custom pricing unit not found");

    public SimulatedAnswer NoSuchEndpoint() => Error(404, "Not found");

    public SimulatedAnswer ExternalIdTaken() => Error(409, "A customer with this external ID already exists");

    /// <summary>A failure that has nothing to do with the request.</summary>
    public SimulatedAnswer Failure(int status) => Error(status, status switch
    {
        408 => "Request timeout",
        409 => "Conflict",
        429 => "Too many requests",
        503 => "Service unavailable",
        _ => "Internal server error",
    });

    private SimulatedAnswer Error(int status, string words) =>
        new JsonObject { [member() == RunOnAtlasErrorMember.Message ? "message" : "error"] = words }.Answer(status);
}
