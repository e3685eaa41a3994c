namespace BillingClients.Providers;

/// <summary>Copies and checks a call's own settings before anything is sent. The messages never show a key or a header's value.</summary>
internal static class CallOptionsCheck
{
    internal const string Reserved = "is set by the client and cannot be replaced. Leave it out";

    private const string ApiKey = "CallOptions.ApiKey";
    private const string IdempotencyKey = "CallOptions.IdempotencyKey";
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
        if (options?.ApiKey is { } key && !check.IsRefused(ApiKey) && settings.CheckApiKey(key) is { } problem)
        {
            check.Refuse(ApiKey, problem);
        }
    }

    /// <summary>Refuses an idempotency key that would not be sent.</summary>
    internal static void RefuseIdempotencyKey(FieldCheck check) => check.Refuse(
        IdempotencyKey,
        $"is set, but {check.Provider.DisplayName} takes no idempotency key when you {check.Operation.Action}."
            + " Leave it out, or set UnsupportedFields to Ignore, for the client or in CallOptions");

    /// <summary>The name of a header's property, for refusals.</summary>
    internal static string NameOf(string header) => $"CallOptions.Headers[{header}]";

    private static void Check(FieldCheck check, CallOptions options)
    {
        if (options.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > OptionsCheck.LongestTime))
        {
            check.Refuse("CallOptions.Timeout", "must be more than zero and at most 24 days");
        }

        if (options.ApiKey is not null && ApiKeyCheck.Check(options.ApiKey) is { } problem)
        {
            check.Refuse(ApiKey, problem);
        }

        if (options.IdempotencyKey is { } key && (key.Length is 0 or > LongestIdempotencyKey || !IsVisibleAscii(key)))
        {
            check.Refuse(IdempotencyKey, "must be 1 to 255 visible ASCII characters, without spaces or line breaks");
        }

        if (options.UnsupportedFields is { } policy && !Enum.IsDefined(policy))
        {
            check.Refuse("CallOptions.UnsupportedFields", $"is {(int)policy}. Use Throw, Ignore or StoreInMetadata");
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
            check.Refuse("CallOptions.Headers", "contains a name that is not a valid header name. Use letters, digits and hyphens");
        }
        else if (ReservedNames.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        {
            check.Refuse(NameOf(name), Reserved);
        }
        else if (value is null || value.Any(static c => c is < ' ' or >= '\u007f'))
        {
            check.Refuse(NameOf(name), "contains a line break or another character that is not allowed in a header");
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    private static bool IsVisibleAscii(string text) => !text.Any(static c => c is <= ' ' or >= '\u007f');
}
