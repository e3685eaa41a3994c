using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Atlas's portal sessions: links with which a customer manages subscriptions, good for an hour.</summary>
internal sealed class AtlasPortalSessions(AtlasStore store, AtlasAnswers answers, TimeProvider timeProvider, int seed)
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "customer", "return_url", "configuration" };

    private static readonly string[] Features = ["subscription_cancel", "subscription_pause", "payment_method_update", "invoice_history"];

    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly IdSequence _ids = new(seed + 1);

    public SimulatedAnswer Create(SimulatedCall call)
    {
        call.ExpectQuery();
        if (!call.TryReadJson(out JsonElement json))
        {
            return answers.InternalError(call);
        }

        var fields = new JsonFields(json);
        string? customer = fields.Text("customer");
        string? returnUrl = fields.Text("return_url");
        JsonElement? configuration = fields.Object("configuration");
        call.Reads(fields, Fields);
        if (string.IsNullOrEmpty(customer) || string.IsNullOrEmpty(returnUrl))
        {
            return answers.Missing(call, string.IsNullOrEmpty(customer) ? "customer" : "return_url");
        }

        if (store.Find(customer) is null)
        {
            return answers.NotFound(call);
        }

        string[] enabled = [.. Features.Where(feature => IsEnabled(configuration, feature))];
        var session = new Session(_ids.Uuid(), customer, returnUrl, timeProvider.GetUtcNow(), enabled);
        _sessions[session.Id] = session;
        return session.ToJson().Answer(201);
    }

    public SimulatedAnswer Retrieve(SimulatedCall call)
    {
        call.ExpectQuery();
        if (!_sessions.TryGetValue(call.Route("id"), out Session? session) || store.Find(session.Customer) is null)
        {
            return answers.NotFound(call, "Portal session");
        }

        return session.ExpiresAt < timeProvider.GetUtcNow() ? answers.SessionExpired(call) : session.ToJson().Answer(200);
    }

    private static bool IsEnabled(JsonElement? configuration, string feature) =>
        configuration is not { } given
        || new JsonFields(given).Object("features") is not { } features
        || new JsonFields(features).Object(feature) is not { } setting
        || new JsonFields(setting).Flag("enabled") is not false;

    private sealed record Session(string Id, string Customer, string ReturnUrl, DateTimeOffset CreatedAt, IReadOnlyList<string> Enabled)
    {
        public DateTimeOffset ExpiresAt => CreatedAt.AddHours(1);

        public JsonObject ToJson() => new()
        {
            ["id"] = Id,
            ["object"] = "billing_portal.session",
            ["customer"] = Customer,
            ["url"] = $"https://portal.example.com/portal/{Id}",
            ["return_url"] = ReturnUrl,
            ["created"] = CreatedAt.ToUnixTimeSeconds(),
            ["expires_at"] = ExpiresAt.ToUnixTimeSeconds(),
            ["configuration"] = new JsonObject { ["features"] = FeaturesToJson() },
        };

        private JsonObject FeaturesToJson()
        {
            var json = new JsonObject();
            foreach (string feature in Features)
            {
                json[feature] = new JsonObject { ["enabled"] = Enabled.Contains(feature) };
            }

            return json;
        }
    }
}
