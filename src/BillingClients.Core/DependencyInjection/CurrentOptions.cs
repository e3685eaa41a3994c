using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BillingClients.Providers;

/// <summary>
/// The options of a registered client that are in force now. They are validated when they are first used. A change that is not valid is logged, and the options
/// before it stay.
/// </summary>
/// <remarks>Everything that a client is made of reads them here, so that no part of it has other options than those that were validated.</remarks>
internal sealed class CurrentOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>
    : IOptionsSource<TOptions>, IDisposable
    where TOptions : ProviderOptions
{
    private readonly string _name;
    private readonly string _path;
    private readonly ILogger _logger;
    private readonly IDisposable? _subscription;
    private volatile TOptions _value;

    /// <summary>Reads and validates the options.</summary>
    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    internal CurrentOptions(string name, string path, IOptionsMonitor<TOptions> monitor, ILogger logger)
    {
        _name = name;
        _path = path;
        _logger = logger;
        _value = (TOptions)monitor.Get(name).Copy();
        if (_value.Validate(path) is { Count: > 0 } failures)
        {
            throw new OptionsValidationException(name, typeof(TOptions), [string.Join(" ", failures)]);
        }

        _subscription = monitor.OnChange((changed, changedName) =>
        {
            if (changedName == name)
            {
                Take(changed);
            }
        });

        // The configuration may have been reloaded between the two.
        Take(monitor.Get(name));
    }

    public TOptions Value => _value;

    public void TakeChanges()
    {
        // Take does it when the configuration is reloaded.
    }

    /// <inheritdoc/>
    public void Dispose() => _subscription?.Dispose();

    private void Take(TOptions given)
    {
        TOptions changed = (TOptions)given.Copy();
        IReadOnlyList<string> failures = changed.Validate(_path);
        if (failures.Count == 0)
        {
            failures = AddressChange.Check(_value, changed, _path);
        }

        if (failures.Count == 0)
        {
            _value = changed;
        }
        else
        {
            _logger.OptionsRefused(_name, LogText.OneLine(string.Join(" ", failures)));
        }
    }
}
