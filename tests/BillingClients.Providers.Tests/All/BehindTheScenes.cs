using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>Lets a create take effect and loses its answer, or stores something else than what was sent, as providers and gateways do.</summary>
internal static class BehindTheScenes
{
    private const string Marker = "X-Behind-The-Scenes";

    private static readonly HttpClient Http = new();

    /// <summary>The client's create, and none of this class's.</summary>
    internal static bool IsCreate(JournalEntry request) => request.Method == "POST" && !request.Path.EndsWith("/search", StringComparison.Ordinal) && request.Header(Marker) is null;

    /// <summary>Whether the client sent a request, and not this class.</summary>
    internal static bool IsClients(JournalEntry request) => request.Header(Marker) is null;

    /// <summary>The next create takes effect with a changed body, and the client gets another answer.</summary>
    internal static void CommitThenAnswer(this SimulatedProvider provider, SimulatedAnswer answer, Func<string, string>? change = null) => provider.Answer(
        request =>
        {
            Send(provider, request, (change ?? (static body => body))(request.BodyText));
            return answer;
        },
        IsCreate);

    /// <summary>From now on, the next read compares e-mail addresses as a provider does that stores them in lower case.</summary>
    internal static void ReadInLowerCase(this SimulatedProvider provider) => provider.Answer(
        request => SimulatedAnswer.Json(200, Send(provider, request, request.Target.ToLowerInvariant(), body: null)),
        static request => request.Method == "GET" && IsClients(request) && request.Query.Contains('%', StringComparison.Ordinal));

    /// <summary>Lets a create take effect.</summary>
    /// <returns>The provider's answer.</returns>
    internal static string Commit(SimulatedProvider provider, JournalEntry request) => Send(provider, request, request.Target, request.BodyText);

    private static void Send(SimulatedProvider provider, JournalEntry request, string body) => Send(provider, request, request.Target, body);

    private static string Send(SimulatedProvider provider, JournalEntry request, string target, string? body)
    {
        using HttpRequestMessage copy = new(new HttpMethod(request.Method), new Uri(new Uri(provider.BaseAddress.GetLeftPart(UriPartial.Authority)), target));
        foreach ((string name, string value) in request.Headers.Where(static header => header.Key != "Host" && !header.Key.StartsWith("Content-", StringComparison.Ordinal)))
        {
            copy.Headers.TryAddWithoutValidation(name, value);
        }

        copy.Headers.TryAddWithoutValidation(Marker, "1");
        copy.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = Http.Send(copy, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBeInRange(200, 299);
        using StreamReader answer = new(response.Content.ReadAsStream(TestContext.Current.CancellationToken));
        return answer.ReadToEnd();
    }
}
