namespace BillingClients.Providers;

/// <summary>Copies and checks a call's own settings before anything is sent. The messages never show a key or a header's value.</summary>
internal static class CallOptionsCheck
{
    private const int LongestIdempotencyKey = 255;

    private static readonly HashSet<string> ReservedNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Authorization", "Connection", "Cookie", "Expect", "Host", "Idempotency-Key", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE",
        "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "x-api-key", "x-idempotency-key",
    };

    /// <summary>The settings that the call uses. Their headers do not change any more.</summary>
    internal static CallOptions? Read(FieldCheck check, CallOptions? options)
    {
        if (options?.Headers is not null)
        {
            options = options.WithHeaders(RequestCopy.Of(check, "CallOptions.Headers", options.Headers));
        }

        if (options is not null)
        {
            Check(check, options);
        }

        return options;
    }

    /// <summary>Checks the form of the call's own API key. Only the provider's options know the form.</summary>
    internal static void CheckApiKey(FieldCheck check, CallOptions? options, ProviderOptions settings)
    {
        if (options?.ApiKey is { } key && settings.CheckApiKey(key) is { } problem)
        {
            throw check.Refuse("CallOptions.ApiKey", problem);
        }
    }

    internal static BillingValidationException Reserved(FieldCheck check, string header) =>
        check.Refuse($"CallOptions.Headers[{header}]", "is set by the client and cannot be replaced. Leave it out");

    private static void Check(FieldCheck check, CallOptions options)
    {
        if (options.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > OptionsCheck.LongestTime))
        {
            throw check.Refuse("CallOptions.Timeout", "must be more than zero and at most 24 days");
        }

        if (options.ApiKey is not null && ApiKeyCheck.Check(options.ApiKey) is { } problem)
        {
            throw check.Refuse("CallOptions.ApiKey", problem);
        }

        if (options.IdempotencyKey is { } key && (key.Length is 0 or > LongestIdempotencyKey || !IsVisibleAscii(key)))
        {
            throw check.Refuse("CallOptions.IdempotencyKey", "must be 1 to 255 visible ASCII characters, without spaces or line breaks");
        }

        if (options.UnsupportedFields is { } policy && !Enum.IsDefined(policy))
        {
            throw check.Refuse("CallOptions.UnsupportedFields", $"is {(int)policy}. Use Refuse, Ignore or StoreInMetadata");
        }

        foreach ((string name, string value) in options.Headers ?? Enumerable.Empty<KeyValuePair<string, string>>())
        {
            CheckHeader(check, name, value);
        }
    }

    private static void CheckHeader(FieldCheck check, string name, string value)
    {
        if (name.Length == 0 || !name.All(IsNameCharacter))
        {
            throw check.Refuse("CallOptions.Headers", "contains a name that is not a valid header name. Use letters, digits and hyphens");
        }

        if (ReservedNames.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        {
            throw Reserved(check, name);
        }

        if (value is null || value.Any(static c => c is < ' ' or >= '\u007f'))
        {
            throw check.Refuse($"CallOptions.Headers[{name}]", "contains a line break or another character that is not allowed in a header");
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    private static bool IsVisibleAscii(string text) => !text.Any(static c => c is <= ' ' or >= '\u007f');
}
