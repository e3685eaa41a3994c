using System.Text.Json;

namespace BillingClients.Tests.Contracts;

/// <summary>What the body of a request or of an answer has to be: JSON of a shape, plain text, or nothing.</summary>
internal sealed record Content
{
    private Content()
    {
    }

    internal static Content None { get; } = new();

    internal static Content PlainText { get; } = new() { MediaType = "text/plain" };

    internal string? MediaType { get; private init; }

    internal Shape? Shape { get; private init; }

    internal static Content Json(Shape shape) => new() { MediaType = "application/json", Shape = shape };

    internal IEnumerable<string> Violations(string? contentType, string body)
    {
        if (MediaType is null)
        {
            return body.Length == 0 ? [] : ["has a body but must have none"];
        }

        if (contentType?.Split(';')[0].Trim() != MediaType)
        {
            return [$"must be {MediaType} but is {contentType ?? "without a content type"}"];
        }

        return Shape is null ? [] : JsonViolations(Shape, body);
    }

    private static IEnumerable<string> JsonViolations(Shape shape, string body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            return [.. shape.Violations(json.RootElement, "$")];
        }
        catch (JsonException)
        {
            return ["is not JSON"];
        }
    }
}
