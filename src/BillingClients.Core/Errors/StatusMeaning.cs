namespace BillingClients.Providers;

/// <summary>What the status of an answer means. Everything that depends on a status is decided here; <c>docs/outcomes.md</c> has the same table.</summary>
internal static class StatusMeaning
{
    /// <summary>Whether the same request may succeed later.</summary>
    internal static bool IsTransient(int status) => status switch
    {
        408 or 425 or 429 => true,
        501 or 505 => false,
        _ => status >= 500,
    };

    /// <summary>
    /// Whether a write may have taken effect. 303 means that it was processed. 499 means that the gateway stopped waiting for
    /// the provider. 101 is not followed by an answer.
    /// </summary>
    internal static bool LeavesWriteOpen(int status) => status is 101 or 303 or 408 or 499 or >= 500;

    /// <summary>Whether the request was refused and had no effect, and will be refused again.</summary>
    internal static bool IsRefusal(int status) => status is >= 400 and < 500 && !IsTransient(status) && !LeavesWriteOpen(status);

    /// <summary>What a refusal means, if the provider's error code does not say.</summary>
    /// <param name="status">The status.</param>
    /// <param name="isProviders">
    /// Whether the body has the provider's error format. A 404 or a 409 of a gateway says nothing about a customer.
    /// </param>
    internal static ErrorKind KindOf(int status, bool isProviders) => status switch
    {
        400 or 422 => ErrorKind.Validation,
        401 => ErrorKind.Authentication,
        403 => ErrorKind.Permission,
        404 when isProviders => ErrorKind.NotFound,
        409 when isProviders => ErrorKind.Conflict,
        404 or 409 => ErrorKind.Gateway,
        429 => ErrorKind.RateLimit,
        _ => ErrorKind.Provider,
    };
}
