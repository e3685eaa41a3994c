using System.Globalization;

namespace BillingClients.Testing;

/// <summary>How many requests a simulated provider lets through, for <see cref="SimulatedProvider.RateLimit"/>.</summary>
public sealed class SimulatedRateLimit
{
    /// <summary>Allows so many requests in each span of time. A span begins with the first request after the one before has ended.</summary>
    /// <param name="requests">How many; at least 1.</param>
    /// <param name="per">The length of a span, by the simulator's clock; more than zero.</param>
    public SimulatedRateLimit(int requests, TimeSpan per)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requests, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(per, TimeSpan.Zero);
        Requests = requests;
        Per = per;
    }

    /// <summary>How many requests are let through in each span.</summary>
    public int Requests { get; }

    /// <summary>The length of a span.</summary>
    public TimeSpan Per { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Requests} per {Per}");
}
