namespace BillingClients.Providers;

/// <summary>Texts that are forgotten when they are old enough, and when there are too many. Safe for concurrent use.</summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="isOldEnough">Whether a text of this age is forgotten.</param>
/// <param name="comparer">How texts are compared.</param>
internal sealed class RecentTexts(TimeProvider timeProvider, Func<TimeSpan, bool> isOldEnough, StringComparer comparer)
{
    // About 3 MB. A provider that takes a hundred creates a second takes 9,000 within the default time limit and tolerance.
    private const int Most = 20_000;

    private readonly object _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _latest = new(comparer);
    private readonly Queue<(string Text, DateTimeOffset AddedAt)> _inOrder = new();

    internal bool Contains(string text)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        lock (_gate)
        {
            ForgetOld(now);
            return _latest.ContainsKey(text);
        }
    }

    /// <summary>Adds a text. False if it is there already.</summary>
    internal bool TryAdd(string text)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        lock (_gate)
        {
            ForgetOld(now);
            if (_latest.ContainsKey(text))
            {
                return false;
            }

            Add(text, now);
            return true;
        }
    }

    /// <summary>Adds a text. One that is there already is as new as if it had not been there.</summary>
    internal void Add(string text)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        lock (_gate)
        {
            ForgetOld(now);
            Add(text, now);
        }
    }

    private void Add(string text, DateTimeOffset now)
    {
        if (_inOrder.Count == Most)
        {
            ForgetOldest();
        }

        _latest[text] = now;
        _inOrder.Enqueue((text, now));
    }

    private void ForgetOld(DateTimeOffset now)
    {
        while (_inOrder.TryPeek(out (string Text, DateTimeOffset AddedAt) oldest) && isOldEnough(now - oldest.AddedAt))
        {
            ForgetOldest();
        }
    }

    private void ForgetOldest()
    {
        (string text, DateTimeOffset addedAt) = _inOrder.Dequeue();
        if (_latest.TryGetValue(text, out DateTimeOffset latest) && latest == addedAt)
        {
            _latest.Remove(text);
        }
    }
}
