using Microsoft.Extensions.Options;

namespace BillingClients.Providers;

/// <summary>
/// Validates the options of one client when the application starts. Later on, a change of configuration must not throw in the thread that reloads it:
/// <see cref="CurrentOptions{TOptions}"/> validates changes, and the options that are there when the client is first used.
/// </summary>
internal sealed class StartupValidator<TOptions>(string clientName, string path, bool isReplaced) : IValidateOptions<TOptions>
    where TOptions : ProviderOptions
{
    private volatile bool _started;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name != clientName || isReplaced)
        {
            return ValidateOptionsResult.Skip;
        }

        IReadOnlyList<string> failures = _started ? [] : options.Validate(path);
        _started |= failures.Count == 0;
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(string.Join(" ", failures));
    }
}
