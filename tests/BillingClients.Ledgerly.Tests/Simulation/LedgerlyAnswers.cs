using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BillingClients.Ledgerly.Tests.Simulation;

/// <summary>Ledgerly's error bodies.</summary>
internal static class LedgerlyAnswers
{
    internal static IResult NotFound => Error(404, "no_such_customer", "There is no such customer.");

    internal static IResult RefTaken(string customerId) =>
        Error(409, "ref_taken", "Another customer has this ref.", error => error["customer"] = customerId);

    internal static IResult Invalid(string field, string text) => Error(422, "invalid", text, error => error["field"] = field);

    internal static IResult Error(int status, string code, string text, Action<JsonObject>? add = null)
    {
        JsonObject error = new() { ["code"] = code, ["text"] = text };
        add?.Invoke(error);
        return Json(status, new JsonObject { ["error"] = error });
    }

    internal static IResult Json(int status, JsonNode body) => Results.Text(body.ToJsonString(), "application/json", statusCode: status);
}
