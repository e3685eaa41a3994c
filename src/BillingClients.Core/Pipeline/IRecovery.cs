namespace BillingClients.Providers;

/// <summary>What an attempt does instead of sending, once an earlier one left its outcome open.</summary>
/// <typeparam name="TState">The state of the operation.</typeparam>
/// <typeparam name="TWire">The answer in the provider's words.</typeparam>
/// <typeparam name="TResult">The answer in the common model.</typeparam>
internal interface IRecovery<TState, TWire, TResult>
    where TWire : class
{
    /// <summary>Finds out what the earlier attempt did, and goes on from there.</summary>
    Task<TResult> ResolveAsync(CallStep<TState, TWire, TResult> step, CancellationToken cancellationToken);
}
