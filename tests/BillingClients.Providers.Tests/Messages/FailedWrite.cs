using BillingClients.Providers.Tests.Handlers;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Messages;

/// <summary>A way in which a write fails, and whether it may have taken effect.</summary>
/// <param name="Name">The name, for the test's row.</param>
/// <param name="IsUnknown">Whether the outcome is unknown.</param>
/// <param name="Answers">What the write is answered with, attempt after attempt; null for a connection that breaks.</param>
internal sealed record FailedWrite(string Name, bool IsUnknown, params SimulatedAnswer?[] Answers)
{
    private const string Refused = """{"error":{"code":"refused","message":"No."},"code":"refused","message":"No."}""";

    internal static IReadOnlyList<FailedWrite> All { get; } =
    [
        new("rejected", false, Own(400)),
        new("key not accepted", false, Own(401)),
        new("no permission", false, Own(403)),
        new("not found", false, Own(404)),
        new("not found by a gateway", false, SimulatedAnswer.Html(404, "<html>")),
        new("conflict", false, Own(409)),
        new("undocumented status", false, Own(418)),
        new("too early", false, Own(425)),
        new("too many requests", false, Own(429)),
        new("too many requests, wait", false, Own(429).WithHeader("Retry-After", "3600")),
        new("redirect", false, SimulatedAnswer.Empty(302).WithHeader("Location", "https://example.com/")),
        new("see other", true, SimulatedAnswer.Empty(303).WithHeader("Location", "https://example.com/")),
        new("request timeout", true, Own(408)),
        new("the gateway stopped waiting", true, Own(499)),
        new("server error", true, Own(500)),
        new("not implemented", true, Own(501)),
        new("unavailable", true, Own(503)),
        new("login page", true, SimulatedAnswer.Html(200, "<html>")),
        new("success that is an error", true, SimulatedAnswer.Json(200, """{"success":false,"error":{"code":"strange","message":"No."}}""")),
        new("unreadable encoding", true, Own(200).WithHeader("Content-Encoding", "zstd")),
        new("connection broken", true, (SimulatedAnswer?)null),
        new("lost, then rejected", true, Own(503), Own(400)),
        new("lost, then no permission", true, null, Own(403)),
        new("lost, then too many requests", true, Own(503), Own(429)),
        new("too many requests, then lost", true, Own(429), Own(503)),
        new("too many requests, then rejected", false, Own(429), Own(400)),
    ];

    internal static FailedWrite Called(string name) => All.Single(failed => failed.Name == name);

    /// <summary>Makes the next writes fail in this way.</summary>
    internal void Script(SimulatedProvider provider)
    {
        foreach (SimulatedAnswer? answer in Answers)
        {
            if (answer is null)
            {
                provider.Fault(SimulatedFault.ResetBeforeRead, HandlerBench.IsWrite);
            }
            else
            {
                provider.Answer(answer, HandlerBench.IsWrite);
            }
        }
    }

    private static SimulatedAnswer Own(int status) => SimulatedAnswer.Json(status, Refused);
}
