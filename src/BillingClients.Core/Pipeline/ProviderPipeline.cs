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

    private readonly RetryBudgets _budgets = new();
    private readonly ProviderAccount _account;
    private readonly ResiliencePipeline _attempt;
    private readonly ResiliencePipeline _retries;
    private readonly ResiliencePipeline _look;

    internal ProviderPipeline(ProviderAccount account)
    {
        _account = account;
        Telemetry = new CallTelemetry(account.Provider, account.Name, account.Logger);
        TimeoutStrategyOptions timeLimit = new() { TimeoutGenerator = static arguments => new(CallOf(arguments.Context).BeginAttempt()) };
        TimeoutStrategyOptions lookLimit = new() { TimeoutGenerator = static arguments => new(CallOf(arguments.Context).BeginLook()) };
        RetryStrategyOptions retry = new()
        {
            // ShouldRetry counts the attempts, because the number may differ from call to call.
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = arguments => new(ShouldRetry(CallOf(arguments.Context), arguments.Outcome.Exception)),
            DelayGenerator = static arguments => new(CallOf(arguments.Context).NextDelay),
        };
        _attempt = new ResiliencePipelineBuilder { TimeProvider = account.TimeProvider }.AddTimeout(timeLimit).Build();
        _retries = new ResiliencePipelineBuilder { TimeProvider = account.TimeProvider }.AddRetry(retry).AddTimeout(timeLimit).Build();
        _look = new ResiliencePipelineBuilder { TimeProvider = account.TimeProvider }.AddTimeout(lookLimit).Build();
    }

    /// <summary>Reports the calls of the account.</summary>
    internal CallTelemetry Telemetry { get; }

    /// <summary>Runs a call.</summary>
    /// <typeparam name="TState">What the steps need.</typeparam>
    /// <typeparam name="TResult">What the call returns.</typeparam>
    /// <param name="request">What kind of request it is.</param>
    /// <param name="options">The caller's settings for this call.</param>
    /// <param name="state">Passed to the steps.</param>
    /// <param name="steps">What the call does.</param>
    /// <param name="cancellationToken">Cancels the whole call, including its waits.</param>
    // Pooled: saves 140 bytes a call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<TResult> RunAsync<TState, TResult>(
        ProviderRequest request,
        CallOptions? options,
        TState state,
        CallSteps<TState, TResult> steps,
        CancellationToken cancellationToken)
    {
        ProviderCall call = Begin(request, options, cancellationToken);
        using SafeScope scope = Telemetry.BeginScope();
        using Activity? activity = Telemetry.Start(call);
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            // Nearly every call needs one attempt only. So the first one runs outside of the retries, which would allocate 900 bytes for each call.
            Outcome<TResult> outcome = await _attempt.ExecuteOutcomeAsync(AttemptAsync, context, (state, steps)).ConfigureAwait(false);
            if (ShouldRetry(call, outcome.Exception))
            {
                await WaitAsync(call, call.NextDelay).ConfigureAwait(false);
                outcome = await _retries.ExecuteOutcomeAsync(AttemptAsync, context, (state, steps)).ConfigureAwait(false);
            }

            if (steps.Look is { } look && IsOpen(call, outcome.Exception))
            {
                outcome = await LookAsync(call, context, outcome, state, look).ConfigureAwait(false);
            }

            if (outcome.Exception is { } failure)
            {
                throw Failures.OfCall(call, failure);
            }

            _budgets.Refund(options?.ApiKey);
            Telemetry.Succeeded(call, activity);
            return outcome.Result!;
        }
        catch (Exception failure) when (Telemetry.Failed(call, activity, failure))
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
        return new ProviderCall(_account, request, options, cancellationToken);
    }

    // Pooled: saves 176 bytes a call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Outcome<TResult>> AttemptAsync<TState, TResult>(
        ResilienceContext context, (TState State, CallSteps<TState, TResult> Steps) attempt)
    {
        (TState state, CallSteps<TState, TResult> steps) = attempt;
        ProviderCall call = CallOf(context);
        ProviderCall.Current = call;
        if (call.IsTooLate)
        {
            return Outcome.FromException<TResult>(Failures.Timeout(call));
        }

        try
        {
            if (call.OutcomeUnknown && steps.Recover is { } recover)
            {
                return Outcome.FromResult(await recover(state, call, context.CancellationToken).ConfigureAwait(false));
            }

            TResult answer = await steps.Send(state, call, context.CancellationToken).ConfigureAwait(false);
            steps.Verify?.Invoke(state, call, answer);
            return Outcome.FromResult(answer);
        }
        catch (Exception exception) when (Failures.OfAttempt(call, exception, context.CancellationToken) is var failure)
        {
            call.EndAttempt(failure as BillingException);
            return Outcome.FromException<TResult>(failure);
        }
    }

    // After a cancellation by the caller, nothing is looked up.
    private static bool IsOpen(ProviderCall call, Exception? exception) =>
        call.OutcomeUnknown && exception is BillingException failure && !Failures.EndsCreate(failure);

    // A look-up is not a retry: one always happens within the time that is left, whatever the number of attempts and the budget. If the create is never sent
    // again, the client looks until the time is up, because a provider's replica may show the customer late.
    private async ValueTask<Outcome<TResult>> LookAsync<TState, TResult>(
        ProviderCall call,
        ResilienceContext context,
        Outcome<TResult> lost,
        TState state,
        Func<TState, ProviderCall, CancellationToken, ValueTask<TResult>> look)
    {
        for (int looks = 1; call.TimeLeft > TimeSpan.Zero; looks++)
        {
            TimeSpan delay = RetryDelay.BeforeLook(looks, call.Settings, Jitter());
            if (delay < call.TimeLeft)
            {
                await WaitAsync(call, delay).ConfigureAwait(false);
            }
            else if (looks > 1)
            {
                return lost;
            }

            Outcome<TResult> seen = await _look.ExecuteOutcomeAsync(LookOnceAsync, context, (state, look)).ConfigureAwait(false);
            if (!IsOpen(call, seen.Exception))
            {
                return seen;
            }

            if (!call.OnlyLooks)
            {
                return lost;
            }
        }

        return lost;
    }

    private static async ValueTask<Outcome<TResult>> LookOnceAsync<TState, TResult>(
        ResilienceContext context, (TState State, Func<TState, ProviderCall, CancellationToken, ValueTask<TResult>> Look) lookUp)
    {
        ProviderCall call = CallOf(context);
        ProviderCall.Current = call;
        try
        {
            return Outcome.FromResult(await lookUp.Look(lookUp.State, call, context.CancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (Failures.OfAttempt(call, exception, context.CancellationToken) is var failure)
        {
            return Outcome.FromException<TResult>(failure);
        }
    }

    // A cancelled wait ends the call as a cancelled wait between two retries does, which is Polly's.
    private static async Task WaitAsync(ProviderCall call, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, call.TimeProvider, call.CallerToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            throw Failures.OfCall(call, cancelled);
        }
    }

    /// <summary>Whether another attempt is safe, useful and within the budget. If so, sets <see cref="ProviderCall.NextDelay"/>.</summary>
    private bool ShouldRetry(ProviderCall call, Exception? exception)
    {
        if (exception is not BillingException failure || !MayPass(call, failure) || call.Request.IsSentOnce || call.Attempts >= call.Settings.MaxAttempts
            || (call.OutcomeUnknown && (call.OnlyLooks || !call.Request.IsRepeatable)))
        {
            return false;
        }

        if (RetryDelay.Next(call.Attempts, call.Settings, failure.RetryAfter, Jitter()) is not { } delay || delay >= call.TimeLeft
            || !_budgets.TrySpend(call.Options?.ApiKey, call.Settings.RetryBudget))
        {
            return false;
        }

        call.NextDelay = delay;
        Telemetry.Retrying(call, failure);
        return true;
    }

    // While the outcome of a create is unknown, a gateway's page in answer to a look-up says nothing about the customer, so the client looks again.
    private static bool MayPass(ProviderCall call, BillingException failure) =>
        failure.IsTransient || (failure.IsGatewayPage && call.OutcomeUnknown && call.Operation.Kind == OperationKind.Create);

    private static double Jitter() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;
}
