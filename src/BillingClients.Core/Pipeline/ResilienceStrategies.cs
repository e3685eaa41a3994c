using System.Security.Cryptography;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BillingClients.Providers;

/// <summary>The strategies of a pipeline.</summary>
internal static class ResilienceStrategies
{
    /// <summary>Where a strategy finds the call that it runs for.</summary>
    internal static readonly ResiliencePropertyKey<ProviderCall> Call = new("BillingClients.Call");

    /// <summary>The time limit of an attempt, or what is left of the whole call's when that is less.</summary>
    internal static ResiliencePipeline Attempt(TimeProvider timeProvider) =>
        new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static arguments => new(CallOf(arguments.Context).AttemptLimit) })
            .Build();

    /// <summary>The retries, and around them what is left of the whole call's time limit.</summary>
    internal static ResiliencePipeline Retries(TimeProvider timeProvider, RetryBudget budget, CallTelemetry telemetry) =>
        new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static arguments => new(CallOf(arguments.Context).TimeLeft) })
            .AddRetry(new RetryStrategyOptions
            {
                // The call's own settings decide, in RetryRule: they may differ from call to call.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => new(RetryRule.ShouldRetry(CallOf(arguments.Context), arguments.Outcome.Exception, budget, Jitter())),
                DelayGenerator = static arguments => new(CallOf(arguments.Context).NextDelay),
                OnRetry = arguments =>
                {
                    telemetry.Retrying(CallOf(arguments.Context), arguments.Outcome.Exception);
                    return default;
                },
            })
            .Build();

    private static ProviderCall CallOf(ResilienceContext context) => context.Properties.GetValue(Call, null!);

    private static double Jitter() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;
}
