using System.Globalization;

namespace BillingClients.Testing;

/// <summary>How many requests a simulated provider lets through, for <see cref="SimulatedProvider.RateLimit"/>.</summary>
public sealed class SimulatedRateLimit
{
    /// <summary>Allows a number of requests in each period. The first request after a period has ended begins the next one.</summary>
    /// <param name="requests">How many; at least 1.</param>
    /// <param name="per">How long a period is, by the simulator's clock; more than zero.</param>
    public SimulatedRateLimit(int requests, TimeSpan per)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requests, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(per, TimeSpan.Zero);
        Requests = requests;
        Per = per;
    }

    /// <summary>How many requests are let through in each period.</summary>
    public int Requests { get; }

    /// <summary>How long a period is.</summary>
    public TimeSpan Per { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Requests} per {Per}");
}
