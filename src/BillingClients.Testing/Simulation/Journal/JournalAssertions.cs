namespace BillingClients.Testing;

/// <summary>
/// Assertions on what a provider received. They need no assertion library. When one fails, its message says what was expected and lists what arrived instead.
/// </summary>
/// <remarks>
/// <para>Paths are as in <see cref="Testing.Requests"/>: relative to the provider's base address, or as the journal prints them, with <c>*</c> for one whole
/// segment. They are about one account: <c>simulator.Flexprice</c> is the account of the client with the provider's own name.</para>
/// <para>When the journal has dropped requests that an assertion would have to count, the assertion fails and says so.</para>
/// </remarks>
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
        ReceivedReport report = new(provider, times, method, path);
        return report.Failure is { } failure ? throw new JournalAssertionException(failure) : report.Received;
    }

    /// <summary>Asserts that there was no request at all.</summary>
    /// <exception cref="JournalAssertionException">There was one.</exception>
    public static void ShouldHaveReceivedNothing(this SimulatedProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        IReadOnlyList<JournalEntry> all = provider.Requests;
        int count = all.Count + provider.Journal.DroppedOf(provider);
        if (count > 0)
        {
            throw new JournalAssertionException($"Expected {provider.Title} to receive no request, but it received {JournalText.Requests(count)}.{JournalText.List("Received", all)}");
        }
    }

    /// <summary>
    /// Asserts that the simulator objected to no request. It objects to an unknown path, a wrong verb, a key that is not accepted, and a field or query parameter
    /// that the provider ignores.
    /// </summary>
    /// <exception cref="JournalAssertionException">There was one.</exception>
    public static void ShouldHaveNoObjections(this RequestJournal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        IReadOnlyList<JournalEntry> objections = journal.Objections;
        int count = objections.Count + journal.DroppedObjections;
        if (count > 0)
        {
            throw new JournalAssertionException(
                $"Expected the simulator to have no objection to any request, but it objected to {JournalText.Requests(count)}. The reason is in parentheses after the"
                + $" status.{JournalText.List("Objected to", objections)}");
        }
    }
}
