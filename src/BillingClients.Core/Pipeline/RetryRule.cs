namespace BillingClients.Providers;

/// <summary>Decides whether a failed attempt is followed by another.</summary>
internal static class RetryRule
{
    /// <summary>True when another attempt is safe, useful and affordable; its delay is then in <see cref="ProviderCall.NextDelay"/>.</summary>
    internal static bool ShouldRetry(ProviderCall call, Exception? exception, RetryBudget budget, double jitter)
    {
        if (exception is not BillingException { IsTransient: true } failure || call.Attempts >= call.Settings.MaxAttempts || !IsSafe(call))
        {
            return false;
        }

        if (RetryDelay.Next(call.Attempts, call.Settings, failure.RetryAfter, jitter) is not { } delay || !budget.TrySpend(call.Settings.RetryBudget))
        {
            return false;
        }

        call.NextDelay = delay;
        return true;
    }

    // A create whose outcome is open is attempted again only where there is a way to find out what the earlier attempt did.
    private static bool IsSafe(ProviderCall call) => !call.OutcomeUnknown || call.Request.Operation switch
    {
        CustomerOperation.Create => call.CanRecover,
        CustomerOperation.Update => call.Provider.Capabilities.RepeatableUpdate,
        CustomerOperation.Delete => call.Provider.Capabilities.RepeatableDelete,
        _ => true,
    };
}
