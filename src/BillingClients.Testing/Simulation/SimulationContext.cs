using System.Globalization;

namespace BillingClients.Testing;

/// <summary>What a simulated provider gets from the simulator that it runs in. Pass it on to the constructor of <see cref="SimulatedProvider"/>.</summary>
public sealed class SimulationContext
{
    private readonly int _number;

    internal SimulationContext(ProviderSimulatorOptions options, RequestJournal journal)
    {
        TimeProvider = options.TimeProvider;
        Seed = options.Seed;
        Journal = journal;
    }

    private SimulationContext(SimulationContext own, string account, int number)
    {
        TimeProvider = own.TimeProvider;
        Seed = own.Seed ^ StableHash.Of(account);
        Journal = own.Journal;
        Account = account;
        _number = number;
    }

    /// <summary>The simulator's clock, for the time stamps of stored customers. See <see cref="ProviderSimulatorOptions.TimeProvider"/>.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The seed of generated ids, different for each account. See <see cref="ProviderSimulatorOptions.Seed"/>.</summary>
    public int Seed { get; }

    internal RequestJournal Journal { get; }

    /// <summary>The name of the account; null for the one that has the provider's own name.</summary>
    internal string? Account { get; }

    internal SimulationContext ForAccount(string name, int number) => new(this, name, number);

    /// <summary>Where an account is mounted. The sign keeps a name such as <c>..</c> from being a part of the path.</summary>
    internal string PathOf(string basePath) => Account is null ? basePath : $"/@{Uri.EscapeDataString(Account)}{basePath}";

    /// <summary>An account's key: the provider's, with a number at its end, so that it has the form that the provider's client checks.</summary>
    internal string KeyOf(string apiKey) => Account is null ? apiKey : apiKey + _number.ToString(CultureInfo.InvariantCulture);
}
