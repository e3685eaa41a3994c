using System.Net;

namespace BillingClients.Providers;

/// <summary>The rules that every provider's options keep.</summary>
internal static class OptionsCheck
{
    private const int OneGibibyte = 1024 * 1024 * 1024;

    // A hundred years, so that answers that were recorded long ago can be replayed.
    private static readonly TimeSpan LongestTolerance = TimeSpan.FromDays(36_500);

    /// <summary>The longest time that a timer can be set to, in whole days.</summary>
    internal static TimeSpan LongestTime { get; } = TimeSpan.FromDays(24);

    internal static IReadOnlyList<string> Check(ProviderOptions options, string path)
    {
        List<string> failures = [];
        Add(ApiKey(options, path));
        Add(BaseAddress(options.BaseAddress, path));
        Add(ApplicationName(options.ApplicationName, path));
        Add(Positive(options.TotalTimeout, path, nameof(options.TotalTimeout)));
        Add(Positive(options.AttemptTimeout, path, nameof(options.AttemptTimeout)));
        Add(Positive(options.ConnectTimeout, path, nameof(options.ConnectTimeout)));
        Add(Positive(options.PooledConnectionLifetime, path, nameof(options.PooledConnectionLifetime)));
        Add(Between(1, 1000, options.MaxAttempts, path, nameof(options.MaxAttempts)));
        Add(Between(0, int.MaxValue, options.RetryBudget, path, nameof(options.RetryBudget)));
        Add(Between(1024, OneGibibyte, options.MaxResponseBytes, path, nameof(options.MaxResponseBytes)));
        Add(Between(0, OneGibibyte, options.MaxErrorBodyBytes, path, nameof(options.MaxErrorBodyBytes)));
        Add(Between(1, 65_536, options.MaxResponseHeadersKilobytes, path, nameof(options.MaxResponseHeadersKilobytes)));
        Add(NotNegative(LongestTime, options.RetryBaseDelay, path, nameof(options.RetryBaseDelay)));
        Add(NotNegative(LongestTime, options.RetryMaxDelay, path, nameof(options.RetryMaxDelay)));
        Add(NotNegative(LongestTolerance, options.ClockTolerance, path, nameof(options.ClockTolerance)));
        Add(options.RetryMaxDelay < options.RetryBaseDelay
            ? $"{path}:{nameof(options.RetryMaxDelay)} is {options.RetryMaxDelay},"
                + $" shorter than {nameof(options.RetryBaseDelay)}, {options.RetryBaseDelay}. Make it at least as long."
            : null);
        Add(Enum.IsDefined(options.UnsupportedFields)
            ? null
            : $"{path}:{nameof(options.UnsupportedFields)} is {(int)options.UnsupportedFields}. Use Throw, Ignore or StoreInMetadata.");
        return failures;

        void Add(string? failure)
        {
            if (failure is not null)
            {
                failures.Add(failure);
            }
        }
    }

    private static string? ApiKey(ProviderOptions options, string path)
    {
        if (options.ApiKeyProvider is not null)
        {
            return options.ApiKey is null ? null : $"{path}: both ApiKey and ApiKeyProvider are set. Set one.";
        }

        string? problem = ApiKeyCheck.Check(options, options.ApiKey);
        return problem is null ? null : $"{path}:ApiKey {problem}";
    }

    private static string? ApplicationName(string? name, string path) =>
        ApplicationNameCheck.Check(name) is { } problem ? $"{path}:{nameof(ProviderOptions.ApplicationName)} {problem}" : null;

    private static string? BaseAddress(Uri? address, string path)
    {
        if (address is null)
        {
            return null;
        }

        if (!address.IsAbsoluteUri)
        {
            return $"{path}:BaseAddress is not an absolute address. Write it as https://host/path.";
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return $"{path}:BaseAddress (host '{address.Host}') must be scheme, host and path only. Leave out user, query and fragment.";
        }

        if (address.AbsolutePath.StartsWith("//", StringComparison.Ordinal))
        {
            return $"{path}:BaseAddress (host '{address.Host}') has a path that begins with two slashes. Leave one out.";
        }

        return IsSafe(address)
            ? null
            : $"{path}:BaseAddress ({address.Scheme}, host '{address.Host}') is not https."
                + " Use https: plain http would show the API key to the network, and is allowed for loopback only.";
    }

    private static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address));

    // Uri.IsLoopback also takes the machine's own name, whatever that resolves to.
    private static bool IsLoopback(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));

    private static string? Positive(TimeSpan value, string path, string property) =>
        value > TimeSpan.Zero && value <= LongestTime
            ? null
            : $"{path}:{property} is {value}. Make it more than zero and at most 24 days.";

    private static string? NotNegative(TimeSpan most, TimeSpan value, string path, string property) =>
        value < TimeSpan.Zero ? $"{path}:{property} is {value}. Make it zero or more."
        : value > most ? $"{path}:{property} is {value}. Make it at most {most.Days} days."
        : null;

    private static string? Between(int least, int most, int value, string path, string property) =>
        value < least ? $"{path}:{property} is {value}. Make it {least} or more."
        : value > most ? $"{path}:{property} is {value}. Make it {most} or less."
        : null;
}
