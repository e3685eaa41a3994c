using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BillingClients.Providers;

/// <summary>The options that are in force now. A change that is not valid is logged, and the options before it stay.</summary>
/// <remarks>A change of address is not valid either: connections are open to the old one, and the new one's key must not be sent there.</remarks>
internal sealed class CurrentOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions> : IDisposable
    where TOptions : ProviderOptions
{
    private readonly IDisposable? _subscription;
    private volatile TOptions _value;

    internal CurrentOptions(string name, string path, IOptionsMonitor<TOptions> monitor, ILogger logger)
    {
        _value = monitor.Get(name);
        _subscription = monitor.OnChange((changed, changedName) =>
        {
            if (changedName == name)
            {
                Take(changed, name, path, logger);
            }
        });
    }

    internal TOptions Value => _value;

    /// <inheritdoc/>
    public void Dispose() => _subscription?.Dispose();

    private void Take(TOptions changed, string name, string path, ILogger logger)
    {
        IReadOnlyList<string> failures = changed.Validate(path);
        if (failures.Count == 0 && changed.GetBaseAddress() != _value.GetBaseAddress())
        {
            failures = [$"{path}: the address changed to {changed.GetBaseAddress()}. Restart the application to use it."];
        }

        if (failures.Count == 0)
        {
            _value = changed;
        }
        else
        {
            logger.OptionsRefused(name, string.Join(" ", failures));
        }
    }
}
