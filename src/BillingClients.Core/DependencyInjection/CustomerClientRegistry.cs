using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers;

/// <summary>Which clients were registered. One per service collection. For tools that work on all of them, such as a simulator.</summary>
public sealed class CustomerClientRegistry
{
    private readonly List<CustomerClientRegistration> _registrations = [];
    private readonly List<Action<CustomerClientRegistration>> _actions = [];
    private readonly List<(string Name, string By)> _expected = [];

    private CustomerClientRegistry()
    {
    }

    /// <summary>The registrations, in their order.</summary>
    public IReadOnlyList<CustomerClientRegistration> Registrations => _registrations;

    internal IReadOnlyList<string> Names => _registrations.ConvertAll(static registration => registration.Name);

    /// <summary>The names of the clients of a provider.</summary>
    internal IReadOnlyList<string> NamesOf(string provider) =>
        [.. _registrations.Where(registration => registration.Provider.Name == provider).Select(static registration => registration.Name)];

    /// <summary>The registry of a service collection; made when there is none.</summary>
    public static CustomerClientRegistry Of(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        ServiceDescriptor? existing = services.FirstOrDefault(static service => service.ServiceType == typeof(CustomerClientRegistry));
        if (existing?.ImplementationInstance is CustomerClientRegistry registry)
        {
            return registry;
        }

        registry = new CustomerClientRegistry();
        services.AddSingleton(registry);
        return registry;
    }

    /// <summary>Does something with every registration: now with those that are there, and later with each that is added.</summary>
    /// <param name="action">Called once for each.</param>
    public void ForEach(Action<CustomerClientRegistration> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _registrations.ForEach(action);
        _actions.Add(action);
    }

    /// <summary>
    /// Says that a client of this name has to be registered, now or later. If there is none when a client is first resolved, that fails with a message that lists
    /// the names.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="by">Who expects it, for the message: <c>services.UseFake("eu")</c>.</param>
    public void Expect(string name, string by)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(by);
        _expected.Add((name, by));
    }

    internal void RequireExpected()
    {
        foreach ((string name, string by) in _expected)
        {
            if (!Names.Contains(name))
            {
                throw new InvalidOperationException($"{LogText.OneLine(by)} is about a client that is not registered. {UnknownClientName.Describe(name, Names)}");
            }
        }
    }

    internal void Add(CustomerClientRegistration registration)
    {
        if (_registrations.Any(existing => existing.Name == registration.Name))
        {
            throw new ArgumentException(
                $"A billing client named '{registration.Name}' is registered already."
                + $" Give this one another name: Add{registration.Provider.DisplayName}(\"another-name\", …).");
        }

        _registrations.Add(registration);
        _actions.ForEach(action => action(registration));
    }
}
