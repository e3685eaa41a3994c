namespace BillingClients.Providers.Tests.All;

/// <summary>A clock that goes as the system's and shows another time.</summary>
internal sealed class WrongClock(TimeSpan isAhead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + isAhead;
}
