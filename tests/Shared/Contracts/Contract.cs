using System.Globalization;

namespace BillingClients.Tests.Contracts;

/// <summary>
/// What a provider's OpenAPI document requires of the requests to its customers API and of their answers. The facts are in tables, written by hand:
/// <see cref="FlexpriceContract"/>, <see cref="FlowgladContract"/>.
/// </summary>
internal sealed record Contract(string Provider)
{
    /// <summary>What stands before the paths of the document in a provider's address; <c>/v1</c>, for example.</summary>
    internal string BasePath { get; init; } = "";

    /// <summary>The header with the key, which each request must have.</summary>
    internal required string KeyHeader { get; init; }

    /// <summary>What a parameter in the path cannot hold, encoded as it is there, although the document allows it.</summary>
    internal IReadOnlyList<string> CannotBeInPath { get; init; } = [];

    /// <summary>Why <see cref="CannotBeInPath"/>.</summary>
    internal Departure? PathDeparture { get; init; }

    internal required IReadOnlyList<Endpoint> Endpoints { get; init; }

    /// <summary>What is wrong with a request and its answer, one line each.</summary>
    internal IReadOnlyList<string> Violations(CheckedExchange exchange) => [.. RequestViolations(exchange), .. AnswerViolations(exchange)];

    /// <summary>What is wrong with a request.</summary>
    internal IReadOnlyList<string> RequestViolations(CheckedExchange exchange) => Told(exchange, EndpointOf(exchange) is { } endpoint
        ? [.. OfPath(exchange), .. OfKey(exchange), .. OfQuery(endpoint, exchange), .. OfRequest(endpoint, exchange)]
        : ["no such endpoint is documented"]);

    /// <summary>What is wrong with an answer, for requests that are wrong on purpose.</summary>
    internal IReadOnlyList<string> AnswerViolations(CheckedExchange exchange) =>
        EndpointOf(exchange) is { } endpoint ? Told(exchange, OfAnswer(endpoint, exchange)) : [];

    /// <summary>The endpoint that a router takes for the request; null when there is none.</summary>
    internal Endpoint? EndpointOf(CheckedExchange exchange) =>
        Endpoints.Where(endpoint => endpoint.IsFor(exchange.Method, exchange.Path)).MaxBy(static endpoint => endpoint.FixedSegments);

    private static IEnumerable<string> OfQuery(Endpoint endpoint, CheckedExchange exchange) =>
        exchange.QueryNames.CountBy(static name => name).SelectMany<KeyValuePair<string, int>, string>(count =>
            !endpoint.Query.Contains(count.Key) ? [$"the query's {count.Key} is not documented"]
            : count.Value > 1 ? [string.Create(CultureInfo.InvariantCulture, $"the query's {count.Key} appears {count.Value} times")]
            : []);

    private static IEnumerable<string> OfRequest(Endpoint endpoint, CheckedExchange exchange) =>
        endpoint.Request.Violations(exchange.ContentType, exchange.Body).Select(violation => Explained("the request", violation, endpoint.RequestDeparture));

    private static IEnumerable<string> OfAnswer(Endpoint endpoint, CheckedExchange exchange)
    {
        if (exchange.Status is not { } status)
        {
            return [];
        }

        string subject = string.Create(CultureInfo.InvariantCulture, $"the answer {status}");
        IEnumerable<string>[] attempts = [.. endpoint.Answers.Where(answer => answer.Status == status).Select(Attempt)];
        return attempts.MinBy(static violations => violations.Count()) ?? [$"{subject} is not documented"];

        IEnumerable<string> Attempt(Answer answer) =>
        [
            .. answer.Content.Violations(exchange.AnswerContentType, exchange.AnswerBody)
                .Select(violation => Explained(subject, violation, answer.Departure)),
        ];
    }

    private static string Explained(string subject, string violation, Departure? departure) =>
        departure is null ? $"{subject}: {violation}" : $"{subject}: {violation} (not from the document: {departure.What}; {departure.Source})";

    private IReadOnlyList<string> Told(CheckedExchange exchange, IEnumerable<string> violations) =>
        [.. violations.Select(violation => $"{Provider} {exchange.Method} {exchange.Path}: {violation}")];

    private IEnumerable<string> OfPath(CheckedExchange exchange) =>
        CannotBeInPath.Where(text => exchange.Path.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Select(text => Explained("the path", $"has {text}", PathDeparture));

    private IEnumerable<string> OfKey(CheckedExchange exchange) =>
        exchange.HeaderNames.Contains(KeyHeader, StringComparer.OrdinalIgnoreCase) ? [] : [$"the request has no {KeyHeader}"];
}
