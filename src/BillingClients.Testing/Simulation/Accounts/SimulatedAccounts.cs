namespace BillingClients.Testing;

/// <summary>The accounts of a simulated provider: its own, and one for each client that is registered under another name.</summary>
public static class SimulatedAccounts
{
    /// <summary>
    /// The account of the client with that name: <c>simulator.Flexprice.Account("flexprice-eu")</c>. It has its own key, address, customers, scripts, faults
    /// and switches. The account of the provider's own name is the simulation itself.
    /// </summary>
    /// <typeparam name="TProvider">The simulation.</typeparam>
    /// <param name="provider">The provider, or any of its accounts.</param>
    /// <param name="name">The client's name, as registered. Compared with regard to case.</param>
    /// <returns>The same account each time. It is made when it is first asked for, by the test or by <c>UseSimulator</c>.</returns>
    /// <exception cref="InvalidOperationException">
    /// The simulation is not in a simulator, or its factory in <see cref="ProviderSimulatorOptions.Providers"/> does not make a new one each time.
    /// </exception>
    public static TProvider Account<TProvider>(this TProvider provider, string name)
        where TProvider : SimulatedProvider
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentException.ThrowIfNullOrEmpty(name);
        SimulatedAccountList accounts = provider.Accounts
            ?? throw new InvalidOperationException($"This simulation of '{provider.Name}' is not in a simulator. Take it from simulator[\"{provider.Name}\"].");
        return (TProvider)accounts.Get(name);
    }
}
