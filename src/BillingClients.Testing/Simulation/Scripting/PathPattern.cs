namespace BillingClients.Testing;

/// <summary>A path as a test writes it: see the remarks of <see cref="Requests"/>.</summary>
internal sealed record PathPattern(string Path, string? Query)
{
    public static PathPattern Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        path = path.StartsWith('/') ? path : $"/{path}";
        int question = path.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new PathPattern(path, null) : new PathPattern(path[..question], path[(question + 1)..]);
    }

    public bool Matches(JournalEntry request) => (Query is null || Query == request.Query) && Differences(request) == 0;

    /// <summary>In how many segments the path of a request differs.</summary>
    public int Differences(JournalEntry request) => Differences(RelativeTo(request.BasePath).Split('/'), request.Path.Split('/'));

    // The path may begin with the base path, or with its end: /v1/customers, as in a provider's documents.
    private string RelativeTo(string basePath)
    {
        for (int start = basePath.Length > 0 ? 0 : -1; start >= 0; start = basePath.IndexOf('/', start + 1))
        {
            if (Path.StartsWith($"{basePath[start..]}/", StringComparison.Ordinal))
            {
                return Path[(basePath.Length - start)..];
            }
        }

        return Path;
    }

    private static int Differences(string[] pattern, string[] segments) =>
        Math.Abs(pattern.Length - segments.Length) + pattern.Zip(segments).Count(static pair => pair.First != "*" && pair.First != pair.Second);
}
