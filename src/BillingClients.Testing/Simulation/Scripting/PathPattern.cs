namespace BillingClients.Testing;

/// <summary>A path as a test writes it: see the remarks of <see cref="Requests"/>.</summary>
internal sealed record PathPattern(string Path, string? Query)
{
    public static PathPattern Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int question = path.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new PathPattern(path, null) : new PathPattern(path[..question], path[(question + 1)..]);
    }

    public bool Matches(JournalEntry request) => (Query is null || Query == request.Query) && Differences(request) == 0;

    /// <summary>In how many segments the path of a request differs.</summary>
    public int Differences(JournalEntry request) => Differences(RelativeTo(request.BasePath).Split('/'), request.Path.Split('/'));

    private string RelativeTo(string basePath) =>
        basePath.Length > 0 && Path.StartsWith(basePath, StringComparison.Ordinal) && Path.Length > basePath.Length && Path[basePath.Length] == '/'
            ? Path[basePath.Length..]
            : Path;

    private static int Differences(string[] pattern, string[] segments) =>
        Math.Abs(pattern.Length - segments.Length) + pattern.Zip(segments).Count(static pair => pair.First != "*" && pair.First != pair.Second);
}
