namespace BillingClients.Providers;

/// <summary>A token bucket shared by all calls of an account, so that retries do not overload a struggling provider. Safe for concurrent use.</summary>
internal sealed class RetryBudget
{
    private const int RetryCost = 5;
    private const int SuccessGain = 1;

    private int _spent;

    /// <summary>Whether nothing of it is spent.</summary>
    internal bool IsWhole => Volatile.Read(ref _spent) == 0;

    /// <summary>Spends one retry of the budget.</summary>
    /// <param name="retries">The size of the budget, in retries.</param>
    /// <returns>False if the budget is used up.</returns>
    internal bool TrySpend(int retries)
    {
        long capacity = (long)retries * RetryCost;
        int spent = Volatile.Read(ref _spent);
        while (spent + RetryCost <= capacity)
        {
            int seen = Interlocked.CompareExchange(ref _spent, spent + RetryCost, spent);
            if (seen == spent)
            {
                return true;
            }

            spent = seen;
        }

        return false;
    }

    /// <summary>Returns a fifth of a retry to the budget, for a success.</summary>
    internal void Refund()
    {
        int spent = Volatile.Read(ref _spent);
        while (spent > 0)
        {
            int seen = Interlocked.CompareExchange(ref _spent, Math.Max(0, spent - SuccessGain), spent);
            if (seen == spent)
            {
                return;
            }

            spent = seen;
        }
    }
}
