using System.Globalization;

namespace BillingClients.Providers;

/// <summary>What an error of a provider means, and what to do about it, as the end of a sentence. Pure.</summary>
internal static class ErrorMeaning
{
    internal static string Of(ProviderCall call, ErrorKind kind, int status, TimeSpan? retryAfter, bool isExistingKnown)
    {
        string provider = call.Provider.DisplayName;
        string resource = call.Operation.Resource;
        return kind switch
        {
            ErrorKind.Validation => $"{provider} rejected it. See Errors and ProviderMessage for what to change.",
            ErrorKind.Authentication => $"{provider} did not accept the API key. Check that the key is this provider's, of the right kind, and not revoked.",
            ErrorKind.Permission => $"the API key may not do this. Use another key, or give this one the permission at {provider}.",
            ErrorKind.NotFound => NotFound(call),
            ErrorKind.Conflict => $"it conflicts with what is stored. {call.NextStep.AfterConflict(isExistingKnown)}",
            ErrorKind.KeyTaken => $"another {resource} has the same unique key. {call.NextStep.AfterTakenKey(isExistingKnown)}",
            ErrorKind.IdempotencyKeyReused => "the idempotency key was used before for another request. Use a new one.",
            ErrorKind.ConcurrentChange => $"somebody else changed the {resource} at the same time. Read it and try again.",
            ErrorKind.InProgress => "a request with the same idempotency key is still being processed.",
            ErrorKind.Gateway when call.Operation.IsOwn => $"the answer is not in {provider}'s error format. Check the path that your interface declares, then BaseAddress"
                + $" ({call.Settings.GetBaseAddress()}), and proxies on the way.",
            ErrorKind.Gateway => $"the answer is not in {provider}'s error format, so it says nothing about a {resource}. It comes from a gateway or a proxy, or"
                + $" BaseAddress is wrong: check {call.Settings.GetBaseAddress()}, including its path.",
            ErrorKind.RateLimit => $"too many requests; {(retryAfter is { } wait ? $"{provider} asks to wait {Seconds(wait)}" : "slow down")}.",
            _ when status < 300 => "the answer has the status of a success and the body of an error; see ProviderMessage.",
            _ when status >= 500 => $"an error on {provider}'s side; see ProviderMessage.",
            _ when StatusMeaning.LeavesWriteOpen(status) => $"{provider}, or a gateway before it, stopped waiting.",
            _ => "an unexpected status; see ProviderMessage.",
        };
    }

    internal static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string NotFound(ProviderCall call) => call.Operation.IsOwn
        ? "nothing was found. Check the values that you passed, the path that your interface declares, and that the API key is of the same account."
        : call.Operation.Kind is OperationKind.Create or OperationKind.List
        ? $"there is nothing at {call.Settings.GetBaseAddress()}. Check BaseAddress, including its path."
        : $"there is no such {call.Operation.Resource}. Check the id or external id that you passed, and that the API key is of the same account.";
}
