using System.Collections.Concurrent;

namespace BillingClients.Providers;

/// <summary>
/// The retry budgets of an account: one for its own key, and one for each key of <see cref="CallOptions.ApiKey"/> whose calls needed retries and have not earned
/// them back, so that the troubles of one tenant do not use up the retries of another. Safe for concurrent use.
/// </summary>
internal sealed class RetryBudgets
{
    private readonly RetryBudget _own = new();
    private readonly ConcurrentDictionary<string, RetryBudget> _ofTenants = new(StringComparer.Ordinal);
    private readonly object _gate = new();

    /// <summary>How many tenants have spent something of their budget.</summary>
    internal int Tenants => _ofTenants.Count;

    /// <inheritdoc cref="RetryBudget.TrySpend"/>
    /// <param name="apiKey">The call's own key; null for the account's.</param>
    /// <param name="retries">The size of each budget, in retries.</param>
    internal bool TrySpend(string? apiKey, int retries)
    {
        if (apiKey is null)
        {
            return _own.TrySpend(retries);
        }

        lock (_gate)
        {
            RetryBudget budget = _ofTenants.GetOrAdd(apiKey, static _ => new RetryBudget());
            bool isSpent = budget.TrySpend(retries);
            RemoveIfWhole(apiKey, budget);
            return isSpent;
        }
    }

    /// <inheritdoc cref="RetryBudget.Refund"/>
    /// <param name="apiKey">The call's own key; null for the account's.</param>
    internal void Refund(string? apiKey)
    {
        if (apiKey is null)
        {
            _own.Refund();
        }
        else if (_ofTenants.ContainsKey(apiKey))
        {
            RefundTenant(apiKey);
        }
    }

    private void RefundTenant(string apiKey)
    {
        lock (_gate)
        {
            if (_ofTenants.TryGetValue(apiKey, out RetryBudget? budget))
            {
                budget.Refund();
                RemoveIfWhole(apiKey, budget);
            }
        }
    }

    // Within the lock, so that nobody spends from a budget that is removed.
    private void RemoveIfWhole(string apiKey, RetryBudget budget)
    {
        if (budget.IsWhole)
        {
            _ofTenants.TryRemove(apiKey, out _);
        }
    }
}
