using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BillingClients.Providers;

/// <summary>
/// Runs every call to a provider: attempts with a time limit, retries where they are safe, recovery when the outcome of an earlier attempt is unknown, and
/// telemetry. Safe for concurrent use. Each account has one, because the retry budget belongs to the account.
/// </summary>
internal sealed class ProviderPipeline
{
    private static readonly ResiliencePropertyKey<ProviderCall> CallKey = new("BillingClients.Call");

    private readonly RetryBudget _budget = new();
    private readonly ProviderAccount _account;
    private readonly CallTelemetry _telemetry;
    private readonly ResiliencePipeline _attempt;
    private readonly ResiliencePipeline _retries;

    internal ProviderPipeline(ProviderAccount account)
    {
        _account = account;
        _telemetry = new CallTelemetry(account.Provider, account.Name, account.Logger);
        TimeoutStrategyOptions timeLimit = new() { TimeoutGenerator = static arguments => new(CallOf(arguments.Context).BeginAttempt()) };
        RetryStrategyOptions retry = new()
        {
            // ShouldRetry counts the attempts, because the number may differ from call to call.
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = arguments => new(ShouldRetry(CallOf(arguments.Context), arguments.Outcome.Exception)),
            DelayGenerator = static arguments => new(CallOf(arguments.Context).NextDelay),
        };
        _attempt = new ResiliencePipelineBuilder { TimeProvider = account.TimeProvider }.AddTimeout(timeLimit).Build();
        _retries = new ResiliencePipelineBuilder { TimeProvider = account.TimeProvider }.AddRetry(retry).AddTimeout(timeLimit).Build();
    }

    /// <summary>Runs a call.</summary>
    /// <typeparam name="TState">What <paramref name="send"/> needs, so that it can be a static function.</typeparam>
    /// <typeparam name="TResult">What the call returns.</typeparam>
    /// <param name="request">What kind of request it is.</param>
    /// <param name="options">The caller's settings for this call.</param>
    /// <param name="state">Passed to <paramref name="send"/> and <paramref name="recover"/>.</param>
    /// <param name="send">Makes one attempt.</param>
    /// <param name="recover">Replaces <paramref name="send"/> after an attempt that may have taken effect; null to send again.</param>
    /// <param name="cancellationToken">Cancels the whole call, including its waits.</param>
    // Pooled: saves 140 bytes a call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<TResult> RunAsync<TState, TResult>(
        ProviderRequest request,
        CallOptions? options,
        TState state,
        Func<TState, ProviderCall, CancellationToken, ValueTask<TResult>> send,
        Func<TState, ProviderCall, CancellationToken, ValueTask<TResult>>? recover,
        CancellationToken cancellationToken)
    {
        ProviderCall call = Begin(request, options, cancellationToken);
        using Activity? activity = _telemetry.Start(call);
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            // Nearly every call needs one attempt only. So the first one runs outside of the retries, which would allocate 900 bytes for each call.
            Outcome<TResult> outcome = await _attempt.ExecuteOutcomeAsync(AttemptAsync, context, (state, send, recover)).ConfigureAwait(false);
            if (ShouldRetry(call, outcome.Exception))
            {
                await WaitAsync(call).ConfigureAwait(false);
                outcome = await _retries.ExecuteOutcomeAsync(AttemptAsync, context, (state, send, recover)).ConfigureAwait(false);
            }

            if (outcome.Exception is { } failure)
            {
                throw Failures.OfCall(call, failure);
            }

            _budget.Refund();
            _telemetry.Succeeded(call, activity);
            return outcome.Result!;
        }
        catch (Exception failure) when (_telemetry.Failed(call, activity, failure))
        {
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ProviderCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private ProviderCall Begin(ProviderRequest request, CallOptions? options, CancellationToken cancellationToken)
    {
        if (_account.IsDisposed)
        {
            throw new ObjectDisposedException(
                $"{_account.Provider.DisplayName} client",
                "The client was disposed. A client from a container lives as long as the container, which disposes it:"
                + " do not dispose it yourself, and do not keep it longer than the container.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        ProviderCall call = new(_account, request, options, cancellationToken);
        CallOptionsCheck.CheckApiKey(new FieldCheck(_account.Provider, request.Operation), options, call.Settings);
        return call;
    }

    // Pooled: saves 176 bytes a call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Outcome<TResult>> AttemptAsync<TState, TResult>(
        ResilienceContext context,
        (TState State,
            Func<TState, ProviderCall, CancellationToken, ValueTask<TResult>> Send,
            Func<TState, ProviderCall, CancellationToken, ValueTask<TResult>>? Recover) attempt)
    {
        ProviderCall call = CallOf(context);
        ProviderCall.Current = call;
        try
        {
            var run = call.OutcomeUnknown && attempt.Recover is { } recover ? recover : attempt.Send;
            return Outcome.FromResult(await run(attempt.State, call, context.CancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (Failures.OfAttempt(call, exception, context.CancellationToken) is var failure)
        {
            call.EndAttempt(failure as BillingException);
            return Outcome.FromException<TResult>(failure);
        }
    }

    // A cancelled first wait ends the call as a cancelled later wait does, which is Polly's.
    private static async Task WaitAsync(ProviderCall call)
    {
        try
        {
            await Task.Delay(call.NextDelay, call.TimeProvider, call.CallerToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            throw Failures.OfCall(call, cancelled);
        }
    }

    /// <summary>Whether another attempt is safe, useful and within the budget. If so, sets <see cref="ProviderCall.NextDelay"/>.</summary>
    private bool ShouldRetry(ProviderCall call, Exception? exception)
    {
        if (exception is not BillingException { IsTransient: true } failure || call.Attempts >= call.Settings.MaxAttempts
            || (call.OutcomeUnknown && !call.Request.IsRepeatable))
        {
            return false;
        }

        if (RetryDelay.Next(call.Attempts, call.Settings, failure.RetryAfter, Jitter()) is not { } delay || delay >= call.TimeLeft
            || !_budget.TrySpend(call.Settings.RetryBudget))
        {
            return false;
        }

        call.NextDelay = delay;
        _telemetry.Retrying(call, failure);
        return true;
    }

    private static double Jitter() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;
}
