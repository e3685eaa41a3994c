namespace BillingClients.Testing;

/// <summary>What <see cref="JournalAssertions.ShouldHaveReceived(SimulatedProvider, int, string, string)"/> found, and the message when it is not what was expected.</summary>
internal sealed class ReceivedReport
{
    private const int MostNearest = 3;

    // A wrong verb counts one, a segment that differs counts two: so both at once are still near.
    private const int Near = 3;

    private readonly SimulatedProvider _provider;
    private readonly string _method;
    private readonly string _path;
    private readonly PathPattern _pattern;
    private readonly RequestMatch _match;
    private readonly IReadOnlyList<JournalEntry> _all;

    public ReceivedReport(SimulatedProvider provider, int times, string method, string path)
    {
        _provider = provider;
        _match = Requests.To(method, path);
        _method = method.ToUpperInvariant();
        _path = path;
        _pattern = PathPattern.Parse(path);
        _all = provider.Requests;
        Received = [.. _all.Where(request => _match(request))];
        int dropped = provider.Journal.DroppedOf(provider);
        Failure = Received.Count == times && dropped == 0 ? null : Message(times, dropped);
    }

    public IReadOnlyList<JournalEntry> Received { get; }

    /// <summary>The message; null when the count is right.</summary>
    public string? Failure { get; }

    private string Message(int times, int dropped)
    {
        string expected = times == 0
            ? $"Expected {_provider.Title} not to receive {_method} {_path}"
            : $"Expected {_provider.Title} to receive {_method} {_path} {JournalText.Times(times)}";
        if (dropped > 0 && Received.Count <= times)
        {
            return $"{expected}, but the journal cannot tell: it holds {JournalText.Requests(Received.Count)} of that kind, and {JournalText.Requests(dropped)} to"
                + $" {_provider.Title} {(dropped == 1 ? "was" : "were")} dropped. Raise ProviderSimulatorOptions.MaxJournalEntries, or call Journal.Clear() before the calls"
                + $" that you assert on.{JournalText.List("Received", _all)}";
        }

        string instead = (_all.Count, Received.Count) switch
        {
            (0, _) => "it received no request at all",
            (_, 0) => "it received no such request",
            _ => $"it received it {JournalText.Times(Received.Count)}",
        };
        return $"{expected}, but {instead}.{Nearest()}{Elsewhere()}{JournalText.List("Received", _all)}";
    }

    private string Nearest()
    {
        if (Received.Count > 0)
        {
            return "";
        }

        List<string> nearest =
        [
            .. _all.Select(request => (Request: request, Distance: DistanceOf(request)))
                .Where(static near => near.Distance <= Near)
                .OrderBy(static near => near.Distance)
                .Select(near => $"{near.Request.Method} {near.Request.Target}: {Difference(near.Request)}")
                .Distinct()
                .Take(MostNearest)
                .Select(JournalText.Line),
        ];
        return nearest.Count == 0 ? "" : $"{Environment.NewLine}Nearest:{string.Concat(nearest)}";
    }

    private int DistanceOf(JournalEntry request) => (2 * _pattern.Differences(request)) + (request.Method == _method ? 0 : 1);

    private string Difference(JournalEntry request) => (request.Method == _method, _pattern.Differences(request) == 0) switch
    {
        (false, true) => "another verb",
        (true, false) => "another path",
        (true, true) => "another query",
        _ => "another verb and path",
    };

    // The usual reason: the client is registered under another name, so that it has another account.
    private string Elsewhere()
    {
        if (Received.Count > 0)
        {
            return "";
        }

        List<string> others =
        [
            .. _provider.Journal.Where(request => request.Receiver is { } other && other != _provider && _match(request))
                .GroupBy(static request => request.Receiver!.Title)
                .Select(static group => JournalText.Line($"{group.Key}: {JournalText.Times(group.Count())}")),
        ];
        return others.Count == 0 ? "" : $"{Environment.NewLine}Received by others:{string.Concat(others)}";
    }
}
