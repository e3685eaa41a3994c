namespace BillingClients.Providers;

/// <summary>What a call of an operation does. Made once for each operation, and used by all its calls.</summary>
/// <typeparam name="TState">What the steps need of one call.</typeparam>
/// <typeparam name="TResult">What the call returns.</typeparam>
internal sealed class CallSteps<TState, TResult>
{
    /// <summary>Makes one attempt.</summary>
    internal required Func<TState, ProviderCall, CancellationToken, ValueTask<TResult>> Send { get; init; }

    /// <summary>Checks what <see cref="Send"/> returned; throws if the answer is not about what was sent. Null if there is nothing to check.</summary>
    internal Action<TState, ProviderCall, TResult>? Verify { get; init; }

    /// <summary>Replaces <see cref="Send"/> and <see cref="Verify"/> after an attempt that may have taken effect. Null to send again.</summary>
    internal Func<TState, ProviderCall, CancellationToken, ValueTask<TResult>>? Recover { get; init; }

    /// <summary>
    /// Looks for the customer when the outcome of a create is still unknown after the last attempt. It does not send the create again. If the look-up does not
    /// settle the outcome either, it throws the failure of the last attempt. Null for other operations.
    /// </summary>
    internal Func<TState, ProviderCall, CancellationToken, ValueTask<TResult>>? Look { get; init; }
}
