namespace BillingClients.Providers;

/// <summary>Checks a call's own settings before anything is sent. The messages never show a key or a header's value.</summary>
internal static class CallOptionsRules
{
    private const int LongestIdempotencyKey = 255;

    private static readonly HashSet<string> ReservedNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Cookie", "Expect", "Host", "Idempotency-Key", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade", "x-api-key", "x-idempotency-key",
    };

    /// <summary>Checks the options with the settings at hand, which know the form of the provider's keys.</summary>
    internal static void Check(ProviderDescriptor provider, CustomerOperation operation, CallOptions? options, ProviderOptions settings)
    {
        Check(provider, operation, options);
        if (options?.ApiKey is { } key && settings.CheckApiKey(key) is { } problem)
        {
            throw Refusal.Request(provider, operation, "CallOptions.ApiKey", problem);
        }
    }

    internal static void Check(ProviderDescriptor provider, CustomerOperation operation, CallOptions? options)
    {
        if (options is null)
        {
            return;
        }

        if (options.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout.TotalMilliseconds > int.MaxValue))
        {
            throw Refusal.Request(provider, operation, "CallOptions.Timeout", "must be more than zero and at most 24 days");
        }

        if (options.ApiKey is not null && ApiKeyRules.Check(options.ApiKey) is { } problem)
        {
            throw Refusal.Request(provider, operation, "CallOptions.ApiKey", problem);
        }

        if (options.IdempotencyKey is { } key && (key.Length is 0 or > LongestIdempotencyKey || !IsVisibleAscii(key)))
        {
            throw Refusal.Request(provider, operation, "CallOptions.IdempotencyKey", "must be 1 to 255 visible ASCII characters, without blanks and line breaks");
        }

        foreach ((string name, string value) in options.Headers ?? Enumerable.Empty<KeyValuePair<string, string>>())
        {
            CheckHeader(provider, operation, name, value);
        }
    }

    internal static BillingValidationException Reserved(ProviderDescriptor provider, CustomerOperation operation, string header) =>
        Refusal.Request(provider, operation, $"CallOptions.Headers[{header}]", "is set by the client and cannot be replaced. Leave it out");

    private static void CheckHeader(ProviderDescriptor provider, CustomerOperation operation, string name, string value)
    {
        if (name.Length == 0 || !name.All(IsNameCharacter))
        {
            throw Refusal.Request(provider, operation, "CallOptions.Headers", "has a name that is no header name: letters, digits and hyphens are");
        }

        if (ReservedNames.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        {
            throw Reserved(provider, operation, name);
        }

        if (value is null || value.Any(static c => c is < ' ' or >= '\u007f'))
        {
            throw Refusal.Request(provider, operation, $"CallOptions.Headers[{name}]", "has a value with a line break or another character that a header cannot carry");
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    private static bool IsVisibleAscii(string text) => !text.Any(static c => c is <= ' ' or >= '\u007f');
}
