namespace BillingClients;

/// <summary>Gives registered clients by name, for names that are known at run time only. Safe for concurrent use.</summary>
public interface ICustomerClientFactory
{
    /// <summary>The names of all registered clients, in the order of their registration.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The client of that name. The same one each time; the container owns it.</summary>
    /// <param name="name">The name, as registered.</param>
    /// <exception cref="InvalidOperationException">No client has that name; the message lists those that exist.</exception>
    ICustomerClient Get(string name);
}
