using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Flexprice's error bodies.</summary>
internal sealed class FlexpriceAnswers(Func<FlexpriceErrorShape> shape)
{
    /// <summary>What the server's framework answers when nothing is routed.</summary>
    public static SimulatedAnswer NoSuchPage => SimulatedAnswer.Text(404, "404 page not found");

    /// <summary>What the server's framework answers after a panic.</summary>
    public static SimulatedAnswer Panic => SimulatedAnswer.Empty(500);

    /// <summary>The middleware's 401, which depends on whether a dashboard token was tried instead of a key.</summary>
    public static SimulatedAnswer Unauthorized(string? authorization) => new JsonObject
    {
        ["error"] = authorization switch
        {
            null or "" => "Unauthorized",
            _ when authorization.StartsWith("Bearer ", StringComparison.Ordinal) => "Invalid token",
            _ => "Invalid authorization header format",
        },
    }.Answer(401);

    /// <summary>A page of a list. Its <c>offset</c> is that of the next page, not the one that was asked for.</summary>
    public static SimulatedAnswer Page(JsonNode[] items, int total, int limit, int offset) => new JsonObject
    {
        ["items"] = new JsonArray(items),
        ["pagination"] = new JsonObject { ["total"] = total, ["limit"] = limit, ["offset"] = offset + limit },
    }.Answer(200);

    public SimulatedAnswer InvalidFormat() => Error(400, "validation_error", "Invalid request format");

    public SimulatedAnswer InvalidFields(Dictionary<string, string> failures) =>
        Error(400, "validation_error", "Request validation failed", JsonText.FromMap(failures));

    /// <summary>A refusal in the server's words, such as those of its check of an address.</summary>
    public SimulatedAnswer Invalid(string message, JsonObject? details = null) => Error(400, "validation_error", message, details);

    public SimulatedAnswer InvalidFilter(JsonObject? details = null) => Invalid("Invalid filter parameters", details);

    /// <summary>What the database refuses: a text that is longer than its column, or a comparison of different types.</summary>
    public SimulatedAnswer DatabaseFailed(string message) => Error(500, "database_error", message);

    /// <summary>The refusal of an <c>expand</c> that names anything but integrations; null when there is nothing to refuse.</summary>
    public SimulatedAnswer? RefusedExpand(string? expand) =>
        (expand ?? "").Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(static field => field is not ("" or "integrations")) is { } unknown
            ? Invalid("Field is not allowed to be expanded", new JsonObject { ["field"] = unknown })
            : null;

    public SimulatedAnswer NoIdentifier() => Error(
        400,
        "validation_error",
        "Provide id as query parameter (?id=...) or provide external_customer_id as query parameter (?external_customer_id=...)");

    public SimulatedAnswer DifferentCustomers() => Error(
        400,
        "validation_error",
        "Providing either id or external_customer_id is sufficient. But when providing both, ensure both identifiers refer to the same customer.");

    public SimulatedAnswer AlreadyExists(string externalId) =>
        Error(409, "already_exists", "A customer with this identifier already exists", new JsonObject { ["external_id"] = externalId });

    public SimulatedAnswer CustomerNotFound(string id) =>
        Error(404, "not_found", $"Customer with ID {id} was not found", new JsonObject { ["customer_id"] = id });

    public SimulatedAnswer LookupKeyNotFound(string externalId) =>
        Error(404, "not_found", $"Customer with lookup key {externalId} was not found", new JsonObject { ["lookup_key"] = externalId });

    public SimulatedAnswer NotPublished() => Error(404, "not_found", "Customer does not exist");

    public SimulatedAnswer HasSubscriptions() => Error(400, "invalid_operation", "Please cancel all subscriptions before deleting the customer");

    public SimulatedAnswer HasWallets() => Error(400, "invalid_operation", "Customer cannot be deleted due to associated wallets");

    /// <summary>A failure that has nothing to do with the request; statuses that only a gateway gives have no known body.</summary>
    public SimulatedAnswer Failure(int status) => status switch
    {
        409 => Error(409, "version_conflict", "The customer was changed by another request"),
        429 => Error(429, "too_many_requests", "Too many requests"),
        500 => Error(500, "internal_error", "Internal server error"),
        501 => Error(501, "not_implemented", "Not implemented"),
        503 => Error(503, "service_unavailable", "Service unavailable"),
        _ => SimulatedAnswer.Text(status, "The request failed."),
    };

    private SimulatedAnswer Error(int status, string code, string message, JsonObject? details = null)
    {
        bool isOlder = shape() == FlexpriceErrorShape.Older;
        JsonObject facts = isOlder
            ? new JsonObject { ["message"] = message, ["internal_error"] = code == "already_exists" ? "ent: constraint failed" : code }
            : new JsonObject { ["code"] = code, ["message"] = message, ["http_status_code"] = status };
        if (details is not null)
        {
            facts["details"] = details;
        }

        return (isOlder ? new JsonObject { ["success"] = false, ["error"] = facts } : facts).Answer(status);
    }
}
