using System.Globalization;

namespace BillingClients.Testing;

/// <summary>Assertions on what a provider received. They need no assertion library; when they fail, the message has the whole journal.</summary>
/// <remarks>Paths are as in <see cref="Testing.Requests"/>: relative to the provider's base address, with <c>*</c> for one whole segment.</remarks>
public static class JournalAssertions
{
    /// <summary>Asserts that there was exactly one request with that verb to that path.</summary>
    /// <returns>The request, to look at its body and headers.</returns>
    /// <exception cref="JournalAssertionException">There was none, or more than one.</exception>
    public static JournalEntry ShouldHaveReceived(this SimulatedProvider provider, string method, string path) =>
        provider.ShouldHaveReceived(1, method, path)[0];

    /// <summary>Asserts that there were exactly so many requests with that verb to that path.</summary>
    /// <returns>The requests, in their order.</returns>
    /// <exception cref="JournalAssertionException">There were fewer, or more.</exception>
    public static IReadOnlyList<JournalEntry> ShouldHaveReceived(this SimulatedProvider provider, int times, string method, string path)
    {
        ArgumentNullException.ThrowIfNull(provider);
        RequestMatch match = Testing.Requests.To(method, path);
        IReadOnlyList<JournalEntry> all = provider.Requests;
        List<JournalEntry> received = [.. all.Where(request => match(request))];
        return received.Count == times
            ? received
            : throw new JournalAssertionException(
                $"{provider.Name} should have received {method} {path} {Times(times)}, but did {Times(received.Count)}. {Listed(all)}");
    }

    /// <summary>Asserts that there was no request at all.</summary>
    /// <exception cref="JournalAssertionException">There was one.</exception>
    public static void ShouldHaveReceivedNothing(this SimulatedProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        IReadOnlyList<JournalEntry> all = provider.Requests;
        if (all.Count > 0)
        {
            throw new JournalAssertionException($"{provider.Name} should have received nothing. {Listed(all)}");
        }
    }

    /// <summary>Asserts that the simulator objected to no request. It objects to an unknown path, a wrong verb, a field that the provider drops.</summary>
    /// <exception cref="JournalAssertionException">There was one.</exception>
    public static void ShouldHaveNoObjections(this RequestJournal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        IReadOnlyList<JournalEntry> objections = journal.Objections;
        if (objections.Count > 0)
        {
            throw new JournalAssertionException(
                $"The providers should have had nothing to object to, but they objected {Times(objections.Count)}. {Listed(objections)}");
        }
    }

    private static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        2 => "twice",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };

    private static string Listed(IReadOnlyList<JournalEntry> requests) => requests.Count == 0
        ? "It received no request at all."
        : $"Received:{string.Concat(requests.Select(static request => $"{Environment.NewLine}  {request}"))}";
}
