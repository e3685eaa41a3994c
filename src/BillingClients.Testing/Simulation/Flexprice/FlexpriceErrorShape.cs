namespace BillingClients.Testing;

/// <summary>Which of Flexprice's error bodies is sent.</summary>
public enum FlexpriceErrorShape
{
    /// <summary><c>{code, message, http_status_code, details}</c>: servers since April 2026.</summary>
    Current,

    /// <summary>
    /// <c>{success, error: {message, internal_error, details}}</c>: servers before that, such as self-hosted ones. The documentation's error page has it.
    /// </summary>
    Older,
}
