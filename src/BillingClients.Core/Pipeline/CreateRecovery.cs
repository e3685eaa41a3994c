namespace BillingClients.Providers;

/// <summary>How a provider finds out what a create did whose answer was lost. For writing a provider.</summary>
/// <typeparam name="TState">What the functions need: the state of the create.</typeparam>
/// <typeparam name="TWire">The answer in the provider's words.</typeparam>
public sealed class CreateRecovery<TState, TWire> : IRecovery<TState, TWire, Customer>
    where TWire : class
{
    /// <summary>How to go on, given what was sent.</summary>
    public required Func<TState, CreateRecoveryRule> Rule { get; init; }

    /// <summary>Finds customers by the key that was sent; an empty list when there are none.</summary>
    public required Func<TState, ProviderCall, CancellationToken, Task<IReadOnlyList<Customer>>> LookUp { get; init; }

    /// <summary>Reads the customer that a conflict named; null to look up by key.</summary>
    public Func<TState, string, ProviderCall, CancellationToken, Task<Customer>>? ReadById { get; init; }

    /// <summary>The fields that were sent and are not stored as they were sent; empty when all are.</summary>
    public required Func<TState, Customer, IReadOnlyList<string>> Differences { get; init; }

    async Task<Customer> IRecovery<TState, TWire, Customer>.ResolveAsync(CallStep<TState, TWire, Customer> step, CancellationToken cancellationToken)
    {
        CreateRecoveryRule rule = Rule(step.State);
        if (rule != CreateRecoveryRule.SendAgain)
        {
            IReadOnlyList<Customer> found = await LookUp(step.State, step.Call, cancellationToken).ConfigureAwait(false);
            if (CreateJudgement.Judge(step.Call, found, rule, customer => Differences(step.State, customer)) is { } created)
            {
                return created;
            }
        }

        try
        {
            return await step.SendOnceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BillingConflictException conflict)
        {
            return await ReadConflictingAsync(step, conflict, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Customer> ReadConflictingAsync(
        CallStep<TState, TWire, Customer> step, BillingConflictException conflict, CancellationToken cancellationToken)
    {
        IReadOnlyList<Customer> found = conflict.ExistingId is { } id && ReadById is not null
            ? [await ReadById(step.State, id, step.Call, cancellationToken).ConfigureAwait(false)]
            : await LookUp(step.State, step.Call, cancellationToken).ConfigureAwait(false);
        return CreateJudgement.Judge(step.Call, found, CreateRecoveryRule.LookUpThenSendAgain, customer => Differences(step.State, customer)) ?? throw conflict;
    }
}
