using BillingClients.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Logs each call and its result: what was asked of which client, which customer came back, or which failure.</summary>
/// <remarks>
/// Every client logs its attempts and failures anyway (<c>docs/observability.md</c>); this adds a line for each call, with the provider's id of the customer,
/// wherever in the middleware it stands. Add it with <see cref="LoggingCustomerClientBuilderExtensions.UseLogging"/>.
/// </remarks>
public sealed partial class LoggingCustomerClient : DelegatingCustomerClient
{
    private readonly ILogger _logger;
    private readonly string _client;

    /// <summary>Logs the calls of a client.</summary>
    /// <param name="inner">The client that calls are passed on to.</param>
    /// <param name="clientName">What the client is called in the log; its registered name.</param>
    /// <param name="logger">Where to log.</param>
    public LoggingCustomerClient(ICustomerClient inner, string clientName, ILogger logger)
        : base(inner)
    {
        ArgumentNullException.ThrowIfNull(clientName);
        ArgumentNullException.ThrowIfNull(logger);
        _client = clientName;
        _logger = SafeLogger.Around(logger);
    }

    /// <summary>
    /// Whether what is sent and what comes back is logged too, field by field. False by default. <b>It is personal data</b>: names, addresses, tax numbers,
    /// metadata. Keys are never in it.
    /// </summary>
    public bool IncludePayload { get; init; }

    /// <summary>The clock that measures how long a call takes; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public override Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(CustomerOperation.Create, () => PayloadText.Of(customer), () => base.CreateAsync(customer, options, cancellationToken), PayloadText.Of, IdOf);

    /// <inheritdoc/>
    public override Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(CustomerOperation.Get, () => PayloadText.Of(key), () => base.GetAsync(key, options, cancellationToken), PayloadText.Of, IdOf);

    /// <inheritdoc/>
    public override Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(CustomerOperation.Update, () => PayloadText.Of(key, update), () => base.UpdateAsync(key, update, options, cancellationToken), PayloadText.Of, IdOf);

    /// <inheritdoc/>
    public override Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(CustomerOperation.Delete, () => PayloadText.Of(key), () => DeleteInnerAsync(key, options, cancellationToken), Itself, Itself);

    /// <inheritdoc/>
    public override Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(
            CustomerOperation.List,
            () => PayloadText.Of(request),
            () => base.ListPageAsync(request, options, cancellationToken),
            PayloadText.Of,
            static page => page.ToString());

    private static string IdOf(Customer customer) => customer.Id;

    private static string Itself(string text) => text;

    // The arguments are not checked yet, and an inner client of another kind may answer with anything.
    private static string TextOf(Func<string> text)
    {
        try
        {
            return LogText.OneLine(text());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return $"(cannot be shown: {failure.GetType().Name})";
        }
    }

    private async Task<string> DeleteInnerAsync(CustomerKey key, CallOptions? options, CancellationToken cancellationToken)
    {
        await base.DeleteAsync(key, options, cancellationToken).ConfigureAwait(false);
        return $"by {key}";
    }

    private async Task<T> RunAsync<T>(BillingOperation operation, Func<string> sent, Func<Task<T>> call, Func<T, string> received, Func<T, string> result)
    {
        if (IncludePayload)
        {
            Sent(_logger, _client, operation.Name, TextOf(sent));
        }

        long start = TimeProvider.GetTimestamp();
        try
        {
            T answer = await call().ConfigureAwait(false);
            Done(_logger, _client, operation.Name, MillisecondsSince(start), TextOf(() => result(answer)));
            if (IncludePayload)
            {
                Received(_logger, _client, operation.Name, TextOf(() => received(answer)));
            }

            return answer;
        }
        catch (Exception failure) when (Log(operation, MillisecondsSince(start), failure))
        {
            throw;
        }
    }

    // Called by an exception filter, which must not take the exception.
    private bool Log(BillingOperation operation, double durationMilliseconds, Exception failure)
    {
        if (failure is BillingNotFoundException && operation == CustomerOperation.Get)
        {
            NotFound(_logger, _client, operation.Name, durationMilliseconds);
        }
        else
        {
            Failed(_logger, _client, operation.Name, FailureName.TypeOf(failure), FailureName.CauseOf(failure), durationMilliseconds);
        }

        return false;
    }

    private double MillisecondsSince(long start) => LogText.Milliseconds(TimeProvider.GetElapsedTime(start));

    [LoggerMessage(20, LogLevel.Information, "{Client}: {Operation} done in {DurationMilliseconds} ms: {Result}")]
    private static partial void Done(ILogger logger, string client, string operation, double durationMilliseconds, string result);

    // Not a warning: the client itself warns of its failures, once for each.
    [LoggerMessage(21, LogLevel.Information, "{Client}: {Operation} failed with {ErrorType} ({Cause}) in {DurationMilliseconds} ms")]
    private static partial void Failed(ILogger logger, string client, string operation, string errorType, string cause, double durationMilliseconds);

    [LoggerMessage(22, LogLevel.Information, "{Client}: {Operation} sends: {Payload}")]
    private static partial void Sent(ILogger logger, string client, string operation, string payload);

    [LoggerMessage(23, LogLevel.Information, "{Client}: {Operation} received: {Payload}")]
    private static partial void Received(ILogger logger, string client, string operation, string payload);

    [LoggerMessage(24, LogLevel.Information, "{Client}: {Operation} found no such customer in {DurationMilliseconds} ms")]
    private static partial void NotFound(ILogger logger, string client, string operation, double durationMilliseconds);
}
