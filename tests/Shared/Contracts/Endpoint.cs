namespace BillingClients.Tests.Contracts;

/// <summary>A verb and a path, such as <c>/customers/{id}</c>, with what may be sent to it and what it answers.</summary>
internal sealed record Endpoint(string Method, string Path)
{
    private string[] Segments { get; } = Path.Split('/');

    internal IReadOnlyList<string> Query { get; init; } = [];

    internal Content Request { get; init; } = Content.None;

    /// <summary>Why the request is as it is, although the document does not have it so; null when the document has it.</summary>
    internal Departure? RequestDeparture { get; init; }

    /// <summary>What it answers. When a status has several, an answer has to be one of them.</summary>
    internal required IReadOnlyList<Answer> Answers { get; init; }

    /// <summary>How many segments of the path are fixed: a router prefers <c>/customers/usage</c> to <c>/customers/{id}</c>.</summary>
    internal int FixedSegments => Segments.Count(static segment => !IsParameter(segment));

    /// <summary>Whether it is for that path, which is not decoded.</summary>
    internal bool IsFor(string method, string path)
    {
        string[] sent = path.Split('/');
        return Method == method && sent.Length == Segments.Length
            && Segments.Zip(sent).All(static pair => IsParameter(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    private static bool IsParameter(string segment) => segment.StartsWith('{');
}
