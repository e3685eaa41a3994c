using System.Text.RegularExpressions;
using Polly;

namespace BillingClients.Providers;

/// <content>No answer: no key, no connection, no time left, or a handler of the application that failed.</content>
internal static partial class Failures
{
    internal static BillingAuthenticationException NoKey(ProviderCall call, string problem, Exception? cause = null) => new(
        $"{Failed(call)}: no API key is available. {problem}",
        Details(call, isTransient: false, outcomeUnknown: false),
        cause);

    internal static BillingConnectionException Connection(ProviderCall call, Exception cause)
    {
        Uri address = call.Settings.GetBaseAddress();
        string what = call.WriteSent || !FailedToConnect(cause)
            ? "the connection broke before the answer was complete"
            : $"no connection to {address.Host}:{address.Port} could be made{WithinLimit(cause)}. Check BaseAddress and the network";
        return new BillingConnectionException(
            $"{Failed(call)}: {what}; the inner exception says why.",
            Details(call, isTransient: true, outcomeUnknown: true),
            WithoutSecrets(cause));
    }

    internal static BillingTimeoutException Timeout(ProviderCall call)
    {
        bool isTotal = call.AttemptIsLimitedBy == BillingTimeout.Total;
        TimeSpan limit = isTotal ? call.TotalTimeout : call.Settings.AttemptTimeout;
        string name = !isTotal ? "attempt (AttemptTimeout)" : call.Options?.Timeout is null ? "whole call (TotalTimeout)" : "whole call (CallOptions.Timeout)";
        return new BillingTimeoutException(
            $"{Failed(call)}: the time limit of the {name}, {ErrorMeaning.Seconds(limit)}, has expired. Raise it if {call.Provider.DisplayName} needs longer.",
            Details(call, isTransient: true, outcomeUnknown: true),
            call.AttemptIsLimitedBy,
            limit,
            isTotal ? call.LastFailure : null);
    }

    /// <summary>A handler of the application has failed, or something else that is neither the network nor the provider.</summary>
    internal static BillingConnectionException OfHandler(ProviderCall call, Exception cause) => new(
        $"{Failed(call)}: a handler of this client's HTTP requests threw {cause.GetType().Name}; the inner exception says why.",
        Details(call, isTransient: call.WriteSent || cause is ExecutionRejectedException or TimeoutException, outcomeUnknown: true),
        WithoutSecrets(cause));

    /// <summary>A handler of the application was about to send a write again.</summary>
    internal static BillingConnectionException SentTwice(ProviderCall call) => new(
        $"{Failed(call)}: a handler that the application added to this client tried to send the same write again, and was stopped. Remove the handler: the"
            + " client retries by itself, where that is safe.",
        Details(call, isTransient: true, outcomeUnknown: true));

    internal static bool FailedToConnect(Exception cause) => cause is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    private static string WithinLimit(Exception cause) => cause.InnerException is OperationCanceledException ? " within ConnectTimeout" : "";

    // If the answer is not HTTP, the framework's message quotes it. If a proxy refuses, it quotes the proxy's address, with its user and password.
    private static Exception WithoutSecrets(Exception cause) => cause switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            new HttpRequestException(HttpRequestError.InvalidResponse, "The answer is not valid HTTP, or has an invalid header."),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } =>
            new HttpRequestException(HttpRequestError.ProxyTunnelError, "The proxy did not connect. Check its address, user and password, and what it allows."),
        _ when UserInAddress().IsMatch(cause.ToString()) => new HttpRequestException(
            (cause as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown,
            $"{cause.GetType().Name}. Its message is not shown, because it contains an address with a user name."),
        _ => cause,
    };

    [GeneratedRegex("://[^/@\\s]*@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInAddress();
}
