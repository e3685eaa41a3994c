using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Atlas's error bodies.</summary>
internal sealed class AtlasAnswers(Func<AtlasDialect> dialect)
{
    /// <summary>For an unknown path. No source shows the real answer.</summary>
    public static SimulatedAnswer NoSuchPath => SimulatedAnswer.Text(404, "Not found");

    public static string RequestId(SimulatedCall call) => $"req_{call.Request.Sequence:x8}";

    public SimulatedAnswer Unauthorized(SimulatedCall call) => Error(call, 401, "unauthorized", "Invalid API key");

    public SimulatedAnswer Missing(SimulatedCall call, string field) => Error(call, 400, "validation_error", $"{field} is required", field);

    public SimulatedAnswer CustomerExists(SimulatedCall call, string existingId) =>
        Error(call, 400, "customer_exists", "A customer with this email already exists", "email", existingId);

    public SimulatedAnswer EmailExists(SimulatedCall call) => Error(call, 400, "email_exists", "A customer with this email already exists", "email");

    public SimulatedAnswer HasActiveSubscriptions(SimulatedCall call) =>
        Error(call, 400, "has_active_subscriptions", "Cannot delete customer with active subscriptions");

    public SimulatedAnswer NotFound(SimulatedCall call) => Error(call, 404, "not_found", "Customer not found");

    public SimulatedAnswer MethodNotAllowed(SimulatedCall call) => Error(call, 405, "method_not_allowed", "Method not allowed");

    public SimulatedAnswer KeyReused(SimulatedCall call) => Error(call, 409, "idempotency_error", "The idempotency key was used with other parameters");

    /// <summary>What the database's refusal becomes: <c>create_failed</c>, <c>update_failed</c>, <c>list_failed</c>.</summary>
    public SimulatedAnswer Failed(SimulatedCall call, string verb, string what) => Error(call, 500, $"{verb}_failed", $"Failed to {verb} {what}");

    /// <summary>For every exception in the server; a malformed body is one.</summary>
    public SimulatedAnswer InternalError(SimulatedCall call) => Error(call, 500, "internal_error", "Internal server error");

    /// <summary>A failure that has nothing to do with the request; statuses that only a gateway gives have no known body.</summary>
    public SimulatedAnswer Failure(int status) => status switch
    {
        409 => Error(null, 409, "idempotency_key_in_use", "A request with this idempotency key is in progress"),
        429 => Error(null, 429, "rate_limit_error", "Too many requests"),
        500 => Error(null, 500, "internal_error", "Internal server error"),
        _ => SimulatedAnswer.Text(status, "The request failed."),
    };

    private static string TypeOf(int status, string code) => status switch
    {
        401 => "authentication_error",
        409 => "idempotency_error",
        429 => "rate_limit_error",
        >= 500 => "api_error",
        _ => code == "validation_error" ? "validation_error" : "invalid_request_error",
    };

    private SimulatedAnswer Error(SimulatedCall? call, int status, string code, string message, string? param = null, string? existingId = null)
    {
        var error = new JsonObject();
        bool isRich = dialect() == AtlasDialect.Documentation;
        if (isRich)
        {
            error["type"] = TypeOf(status, code);
        }

        error["code"] = code;
        error["message"] = message;
        if (isRich)
        {
            error["decline_code"] = null;
            error["param"] = param;
            error["request_id"] = call is null ? null : RequestId(call);
            error["doc_url"] = "https://docs.atlaspay.cc/developer/errors";
        }

        if (existingId is not null)
        {
            error["existing_customer_id"] = existingId;
        }

        return new JsonObject { ["error"] = error }.Answer(status);
    }
}
