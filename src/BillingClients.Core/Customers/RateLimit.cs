namespace BillingClients;

/// <summary>
/// A rate limit as a provider's headers tell it (<c>X-RateLimit-Limit</c>, <c>-Remaining</c>, <c>-Reset</c>). Null means: not told, or not readable.
/// </summary>
/// <param name="Limit">Requests allowed in the window.</param>
/// <param name="Remaining">Requests left in the window.</param>
/// <param name="Reset">When the window ends.</param>
public sealed record RateLimit(long? Limit, long? Remaining, DateTimeOffset? Reset);
