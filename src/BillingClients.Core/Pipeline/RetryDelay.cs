namespace BillingClients.Providers;

/// <summary>How long to wait before the next attempt. Pure.</summary>
internal static class RetryDelay
{
    // With a base delay of zero, look-ups would otherwise follow each other without a pause until the time is up.
    private static readonly TimeSpan ShortestBetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Exponential back-off with full jitter, or what the provider asked for.</summary>
    /// <param name="attempts">How many attempts were made; 1 or more.</param>
    /// <param name="settings">The base delay and the longest delay.</param>
    /// <param name="asked">The wait that the provider asked for; null if it asked for none.</param>
    /// <param name="jitter">A random number, uniformly distributed from 0 to 1.</param>
    /// <returns>The wait; null when the provider asked for more than the longest delay.</returns>
    internal static TimeSpan? Next(int attempts, ProviderOptions settings, TimeSpan? asked, double jitter)
    {
        if (asked > settings.RetryMaxDelay)
        {
            return null;
        }

        double exponential = settings.RetryBaseDelay.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 64) - 1);
        double ceiling = Math.Min(exponential, settings.RetryMaxDelay.TotalMilliseconds);
        TimeSpan drawn = TimeSpan.FromMilliseconds(ceiling * jitter);
        return asked > drawn ? asked : drawn;
    }

    /// <summary>How long to wait before a look-up that follows the last attempt.</summary>
    /// <param name="looks">The number of the look-up, from 1.</param>
    /// <param name="settings">The base delay and the longest delay.</param>
    /// <param name="jitter">A random number, uniformly distributed from 0 to 1.</param>
    internal static TimeSpan BeforeLook(int looks, ProviderOptions settings, double jitter)
    {
        TimeSpan drawn = Next(looks, settings, asked: null, jitter)!.Value;
        return looks > 1 && drawn < ShortestBetweenLooks ? ShortestBetweenLooks : drawn;
    }
}
