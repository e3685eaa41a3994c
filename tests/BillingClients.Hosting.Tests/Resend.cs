using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>When a create may be sent again.</summary>
internal static class Resend
{
    /// <summary>
    /// Whether every create that was sent again could not make a second customer: the one before it did not take effect, or it had the same idempotency key,
    /// or the provider knows the customer by its e-mail address, or the client has looked in between.
    /// </summary>
    public static bool IsSafe(CustomerCapabilities provider, IReadOnlyList<JournalEntry> requests)
    {
        for (int i = 1; i < requests.Count; i++)
        {
            if (Lost.IsWrite(requests[i]) && Lost.IsWrite(requests[i - 1]) && !IsSettled(provider, requests[i - 1], requests[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSettled(CustomerCapabilities provider, JournalEntry first, JournalEntry second) =>
        first.Fault is FaultKind.TooManyRequests
        || provider.UniqueKey == UniqueKey.Email
        || (first.Header("Idempotency-Key") is { } key && key == second.Header("Idempotency-Key"));
}
