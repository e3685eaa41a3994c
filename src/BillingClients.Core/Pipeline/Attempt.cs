using System.Runtime.CompilerServices;
using Polly;

namespace BillingClients.Providers;

/// <summary>One attempt of a call, as the strategies run it.</summary>
internal static class Attempt
{
    /// <summary>Sends, or finds out what an earlier attempt did; names what went wrong.</summary>
    // Pooled: saves 176 bytes a call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal static async ValueTask<Outcome<TResult>> RunAsync<TState, TWire, TResult>(ResilienceContext context, CallStep<TState, TWire, TResult> step)
        where TWire : class
    {
        ProviderCall call = step.Call;
        call.BeginAttempt();
        ProviderCall.Current = call;
        try
        {
            return Outcome.FromResult(call.OutcomeUnknown && step.Recovery is { } recovery
                ? await recovery.ResolveAsync(step, context.CancellationToken).ConfigureAwait(false)
                : step.ReadAnswer(await step.Send(step.State, call, context.CancellationToken).ConfigureAwait(false)));
        }
        catch (Exception exception) when (Outcomes.OfAttempt(call, exception, context.CancellationToken) is var failure)
        {
            call.Note(failure as BillingException);
            return Outcome.FromException<TResult>(failure);
        }
    }

    /// <summary>What the retries run. The first time, that is not an attempt but the outcome of the first one, which ran before them.</summary>
    internal static ValueTask<Outcome<TResult>> RunAgainAsync<TState, TWire, TResult>(
        ResilienceContext context, (ResiliencePipeline Attempt, CallStep<TState, TWire, TResult> Step, Outcome<TResult> First) run)
        where TWire : class
    {
        ProviderCall call = run.Step.Call;
        if (!call.IsRetrying)
        {
            call.IsRetrying = true;
            call.TotalToken = context.CancellationToken;
            return new ValueTask<Outcome<TResult>>(run.First);
        }

        return run.Attempt.ExecuteOutcomeAsync(RunAsync, context, run.Step);
    }
}
