using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Polly;

namespace BillingClients.Providers;

/// <summary>
/// What every operation of every provider runs through: total time limit → retries → time limit of an attempt; and telemetry around it. For writing a provider.
/// </summary>
/// <remarks>Safe for concurrent use. One per client. Await each <see cref="ValueTask{TResult}"/> only once: its state is pooled.</remarks>
public sealed class ProviderPipeline
{
    private readonly ProviderDescriptor _provider;
    private readonly Func<ProviderOptions> _settings;
    private readonly Func<bool> _isDisposed;
    private readonly TimeProvider _timeProvider;
    private readonly CallTelemetry _telemetry;
    private readonly RetryBudget _budget = new();
    private readonly ResiliencePipeline _attempt;
    private readonly ResiliencePipeline _retries;

    private ProviderPipeline(
        ProviderDescriptor provider, string clientName, Func<ProviderOptions> settings, Func<bool> isDisposed, TimeProvider timeProvider, ILogger logger)
    {
        _provider = provider;
        _settings = settings;
        _isDisposed = isDisposed;
        _timeProvider = timeProvider;
        _telemetry = new CallTelemetry(provider, clientName, logger);
        _attempt = ResilienceStrategies.Attempt(timeProvider);
        _retries = ResilienceStrategies.Retries(timeProvider, _budget, _telemetry);
    }

    /// <summary>Builds the pipeline of a client.</summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="provider">The provider.</param>
    /// <param name="context">The client's parts.</param>
    public static ProviderPipeline Create<TOptions>(ProviderDescriptor provider, ProviderContext<TOptions> context)
        where TOptions : ProviderOptions => new(
            provider, context.ClientName, () => context.Options, () => context.IsDisposed, context.TimeProvider, context.Logger);

    /// <summary>Runs an operation.</summary>
    /// <typeparam name="TState">What <paramref name="send"/> needs, so that it can be a static function.</typeparam>
    /// <typeparam name="TWire">The answer in the provider's words.</typeparam>
    /// <typeparam name="TResult">The answer in the common model.</typeparam>
    /// <param name="request">What kind of request it is.</param>
    /// <param name="options">The caller's settings.</param>
    /// <param name="state">Passed to <paramref name="send"/>.</param>
    /// <param name="send">Sends the request; called once for each attempt.</param>
    /// <param name="read">Maps the answer; throws <see cref="WireFormatException"/> for a missing fact.</param>
    /// <param name="cancellationToken">Cancels everything, the waits included.</param>
    public ValueTask<TResult> ExecuteAsync<TState, TWire, TResult>(
        ProviderRequest request,
        CallOptions? options,
        TState state,
        Func<TState, ProviderCall, CancellationToken, Task<TWire?>> send,
        Func<TWire, ResponseInfo, TResult> read,
        CancellationToken cancellationToken)
        where TWire : class =>
        RunAsync(new CallStep<TState, TWire, TResult>(Begin(request, options, cancellationToken), state, send, read, Recovery: null));

    /// <summary>Runs a create, so that it happens once.</summary>
    /// <typeparam name="TState">What <paramref name="send"/> needs, so that it can be a static function.</typeparam>
    /// <typeparam name="TWire">The answer in the provider's words.</typeparam>
    /// <param name="request">What kind of request it is.</param>
    /// <param name="options">The caller's settings.</param>
    /// <param name="state">Passed to <paramref name="send"/> and to the recovery.</param>
    /// <param name="send">Sends the request; called once for each attempt.</param>
    /// <param name="read">Maps the answer; throws <see cref="WireFormatException"/> for a missing fact.</param>
    /// <param name="recovery">What to do after a failure that leaves the outcome open.</param>
    /// <param name="cancellationToken">Cancels everything, the waits included.</param>
    public ValueTask<Customer> CreateAsync<TState, TWire>(
        ProviderRequest request,
        CallOptions? options,
        TState state,
        Func<TState, ProviderCall, CancellationToken, Task<TWire?>> send,
        Func<TWire, ResponseInfo, Customer> read,
        CreateRecovery<TState, TWire> recovery,
        CancellationToken cancellationToken)
        where TWire : class
    {
        ProviderCall call = Begin(request, options, cancellationToken);
        if (_provider.Capabilities.IdempotencyKeys != Support.Unsupported)
        {
            call.IdempotencyKey = options?.IdempotencyKey ?? Guid.NewGuid().ToString("D");
        }

        call.CanRecover = true;

        return RunAsync(new CallStep<TState, TWire, Customer>(call, state, send, read, recovery));
    }

    /// <summary>Runs a delete. One that finds nothing after an attempt that may have worked has worked.</summary>
    /// <typeparam name="TState">What <paramref name="send"/> needs, so that it can be a static function.</typeparam>
    /// <param name="request">What kind of request it is.</param>
    /// <param name="options">The caller's settings.</param>
    /// <param name="state">Passed to <paramref name="send"/>.</param>
    /// <param name="send">Sends the request; called once for each attempt.</param>
    /// <param name="cancellationToken">Cancels everything, the waits included.</param>
    public async ValueTask DeleteAsync<TState>(
        ProviderRequest request,
        CallOptions? options,
        TState state,
        Func<TState, ProviderCall, CancellationToken, Task> send,
        CancellationToken cancellationToken) =>
        await ExecuteAsync(request, options, (state, send), DeleteOnceAsync, static (done, _) => done, cancellationToken).ConfigureAwait(false);

    private static async Task<object?> DeleteOnceAsync<TState>(
        (TState State, Func<TState, ProviderCall, CancellationToken, Task> Send) delete, ProviderCall call, CancellationToken cancellationToken)
    {
        try
        {
            await delete.Send(delete.State, call, cancellationToken).ConfigureAwait(false);
        }
        catch (BillingNotFoundException) when (call.OutcomeUnknown)
        {
            // An earlier attempt of this call deleted it and its answer was lost.
        }

        return call;
    }

    private ProviderCall Begin(ProviderRequest request, CallOptions? options, CancellationToken cancellationToken)
    {
        if (_isDisposed())
        {
            throw new ObjectDisposedException(
                $"{_provider.DisplayName} client",
                "The client was disposed. A client from a container lives as long as the container, which disposes it:"
                + " do not dispose it yourself, and keep no client of a container that is gone.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        ProviderOptions settings = _settings();
        CallOptionsRules.Check(_provider, request.Operation, options, settings);
        return new ProviderCall(_provider, request, settings, options, _timeProvider) { CallerToken = cancellationToken };
    }

    // Pooled: saves 140 bytes a call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResult> RunAsync<TState, TWire, TResult>(CallStep<TState, TWire, TResult> step)
        where TWire : class
    {
        using Activity? activity = _telemetry.Start(step.Call);
        ResilienceContext context = ResilienceContextPool.Shared.Get(step.Call.CallerToken);
        try
        {
            context.Properties.Set(ResilienceStrategies.Call, step.Call);

            // Nearly every call ends with its first attempt. That one runs outside of the retries, which would cost each call 900 bytes.
            Outcome<TResult> outcome = await _attempt.ExecuteOutcomeAsync(Attempt.RunAsync, context, step).ConfigureAwait(false);
            if (outcome.Exception is BillingException { IsTransient: true })
            {
                outcome = await _retries.ExecuteOutcomeAsync(Attempt.RunAgainAsync, context, (_attempt, step, outcome)).ConfigureAwait(false);
            }

            if (outcome.Exception is { } exception)
            {
                throw Outcomes.OfCall(step.Call, exception);
            }

            _budget.Refund();
            _telemetry.Succeeded(step.Call, activity);
            return outcome.Result!;
        }
        catch (Exception exception) when (_telemetry.Failed(step.Call, activity, exception))
        {
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
