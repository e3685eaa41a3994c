namespace BillingClients.Providers;

/// <summary>One operation as the pipeline runs it: what to send, and how to read the answer.</summary>
/// <typeparam name="TState">What <see cref="Send"/> needs, so that it can be a static function.</typeparam>
/// <typeparam name="TWire">The answer in the provider's words.</typeparam>
/// <typeparam name="TResult">The answer in the common model.</typeparam>
internal sealed record CallStep<TState, TWire, TResult>(
    ProviderCall Call,
    TState State,
    Func<TState, ProviderCall, CancellationToken, Task<TWire?>> Send,
    Func<TWire, ResponseInfo, TResult> Read,
    IRecovery<TState, TWire, TResult>? Recovery)
    where TWire : class
{
    /// <summary>Sends once and reads the answer.</summary>
    internal async Task<TResult> SendOnceAsync(CancellationToken cancellationToken) =>
        ReadAnswer(await Send(State, Call, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads an answer.</summary>
    internal TResult ReadAnswer(TWire? wire) => Read(wire ?? throw Failures.Unreadable(Call, "its body is empty"), Call.ToResponseInfo());
}
