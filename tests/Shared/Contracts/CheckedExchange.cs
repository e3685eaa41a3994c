using System.Text;
using BillingClients.Testing;

namespace BillingClients.Tests.Contracts;

/// <summary>A request, and its answer, as a contract looks at them.</summary>
internal sealed record CheckedExchange
{
    internal required string Method { get; init; }

    /// <summary>The path within the API, not decoded.</summary>
    internal required string Path { get; init; }

    /// <summary>The names in the query, each as often as it is there.</summary>
    internal IReadOnlyList<string> QueryNames { get; init; } = [];

    internal IReadOnlyList<string> HeaderNames { get; init; } = [];

    internal string? ContentType { get; init; }

    internal string Body { get; init; } = "";

    /// <summary>Null when the answer is not the provider's own.</summary>
    internal int? Status { get; init; }

    internal string? AnswerContentType { get; init; }

    internal string AnswerBody { get; init; } = "";

    /// <summary>From a journal that keeps answers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isOwnAnswer">Whether the answer is that of the simulated provider, not one that a test wanted.</param>
    internal static CheckedExchange Of(JournalEntry request, bool isOwnAnswer = true)
    {
        SimulatedAnswer? answer = isOwnAnswer && request.Fault is null ? request.Answer : null;
        return new CheckedExchange
        {
            Method = request.Method,
            Path = request.Path,
            QueryNames = [.. request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=')[0])],
            HeaderNames = [.. request.Headers.Select(static header => header.Key)],
            ContentType = request.Header("Content-Type"),
            Body = request.BodyText,
            Status = answer?.Status,
            AnswerContentType = answer?.ContentType,
            AnswerBody = answer is null ? "" : Encoding.UTF8.GetString(answer.Body.Span),
        };
    }
}
