using System.Text.Json.Nodes;
using BillingClients.Testing;

namespace BillingClients.Ledgerly.Tests.Simulation;

/// <summary>Ledgerly's error bodies.</summary>
internal static class LedgerlyAnswers
{
    internal static SimulatedAnswer NotFound => Error(404, "no_such_customer", "There is no such customer.");

    internal static SimulatedAnswer NotJson => Error(400, "not_json", "The body is not JSON.");

    internal static SimulatedAnswer RefTaken(string customerId) => Error(409, "ref_taken", "Another customer has this ref.", ("customer", customerId));

    internal static SimulatedAnswer Invalid(string field, string text) => Error(422, "invalid", text, ("field", field));

    internal static SimulatedAnswer Error(int status, string code, string text, params (string Name, string Value)[] more)
    {
        JsonObject error = new() { ["code"] = code, ["text"] = text };
        foreach ((string name, string value) in more)
        {
            error[name] = value;
        }

        return Json(status, new JsonObject { ["error"] = error });
    }

    internal static SimulatedAnswer Json(int status, JsonObject body) => SimulatedAnswer.Json(status, body.ToJsonString());
}
