using System.Collections.Concurrent;

namespace BillingClients.Providers;

/// <summary>
/// The retry budgets of an account: one for its own key, and one for each key of <see cref="CallOptions.ApiKey"/> that ever needed a retry, so that the troubles
/// of one tenant do not use up the retries of another. Safe for concurrent use.
/// </summary>
internal sealed class RetryBudgets
{
    private readonly RetryBudget _own = new();
    private readonly ConcurrentDictionary<string, RetryBudget> _ofTenants = new(StringComparer.Ordinal);

    /// <inheritdoc cref="RetryBudget.TrySpend"/>
    /// <param name="apiKey">The call's own key; null for the account's.</param>
    /// <param name="retries">The size of each budget, in retries.</param>
    internal bool TrySpend(string? apiKey, int retries) => (apiKey is null ? _own : _ofTenants.GetOrAdd(apiKey, static _ => new RetryBudget())).TrySpend(retries);

    /// <inheritdoc cref="RetryBudget.Refund"/>
    /// <param name="apiKey">The call's own key; null for the account's.</param>
    internal void Refund(string? apiKey)
    {
        if (apiKey is null)
        {
            _own.Refund();
        }
        else if (_ofTenants.TryGetValue(apiKey, out RetryBudget? budget))
        {
            budget.Refund();
        }
    }
}
