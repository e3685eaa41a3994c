namespace BillingClients.Providers;

/// <summary>The value of <c>User-Agent</c>: this library and its version, then the application, <see cref="ProviderOptions.ApplicationName"/>.</summary>
internal sealed class UserAgent
{
    private static readonly string Library = $"BillingClients/{LibraryVersion.Text}";

    private ApplicationPart? _cached;

    /// <summary>The header's value. Made when the application's part changes, not for each request.</summary>
    /// <exception cref="InvalidOperationException">The name is not valid: without a container, options can be changed after they were validated.</exception>
    internal string With(string? applicationName)
    {
        if (applicationName is null)
        {
            return Library;
        }

        ApplicationPart? cached = _cached;
        if (cached?.Name != applicationName)
        {
            _cached = cached = new ApplicationPart(applicationName, Make(applicationName));
        }

        return cached.Value;
    }

    private static string Make(string applicationName) => ApplicationNameCheck.Check(applicationName) is { } problem
        ? throw new WrongUseException($"ApplicationName {problem}")
        : $"{Library} {applicationName}";

    private sealed class ApplicationPart(string name, string value)
    {
        internal string Name { get; } = name;

        internal string Value { get; } = value;
    }
}
