using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Chaos;

/// <summary>A provider's client as chaos runs it: the provider, its settings, and what is sent.</summary>
public sealed class Contestant
{
    private const string NewName = "Ada King";

    private readonly DiscoveredProvider _provider;

    private Contestant(DiscoveredProvider provider, string? label = null)
    {
        _provider = provider;
        Label = label ?? provider.Name;
    }

    /// <summary>
    /// Every provider; Flexprice once more, with a replica that lags behind; and Flex three times more: without the look before a create; without e-mail
    /// addresses; and without them with the opt-in to send again with the same idempotency key.
    /// </summary>
    public static IReadOnlyList<Contestant> All { get; } =
    [
        .. DiscoveredProvider.All.Select(static provider => new Contestant(provider)),
        new(Called("flexprice"), "flexprice, lagging") { Prepare = static provider => ((FlexpriceSimulation)provider).ReplicaLag = TimeSpan.FromSeconds(3) },
        new(Called("flex"), "flex, not looking") { Configure = static options => ((FlexOptions)options).LookBeforeCreate = false },
        new(Called("flex"), "flex, no e-mail") { SendsEmail = false },
        new(Called("flex"), "flex, resending")
        {
            SendsEmail = false,
            Configure = static options => ((FlexOptions)options).ResendAmbiguousCreates = true,

            // The documentation does not say whether Flex honours keys. The opt-in is for those who know that it does.
            Prepare = static provider => ((FlexSimulation)provider).HonorsIdempotencyKeys = true,
        },
    ];

    /// <summary>What the report calls it.</summary>
    public string Label { get; }

    /// <summary>An update of a field that every provider has.</summary>
    internal static CustomerUpdate Change => new() { Name = NewName };

    /// <summary>The provider's name.</summary>
    internal string Provider => _provider.Name;

    /// <summary>Sets up the simulated provider.</summary>
    internal Action<SimulatedProvider> Prepare { get; private init; } = static _ => { };

    private Action<ProviderOptions> Configure { get; init; } = static _ => { };

    private bool SendsEmail { get; init; } = true;

    /// <summary>Whether a customer has the update.</summary>
    internal static bool IsChanged(Customer customer) => customer.Name == NewName;

    /// <summary>The customer of a create; its external id, and its e-mail address if it has one, are the create's own.</summary>
    internal CustomerCreate NewCustomer(int number) => new()
    {
        ExternalId = $"crm-{number}",
        Name = $"Ada Lovelace{number}",
        Email = SendsEmail ? $"ada.{number}@example.com" : null,
    };

    /// <summary>The key by which a customer is read, updated and deleted.</summary>
    internal CustomerKey KeyOf(Customer customer) => _provider.Descriptor.Capabilities.Get.ById != Support.Unsupported
        ? CustomerKey.FromId(customer.Id)
        : CustomerKey.FromExternalId(customer.ExternalId!);

    /// <summary>Registers the client under the label.</summary>
    internal ICustomerClientBuilder Register(IServiceCollection services, Action<ProviderOptions> configure) =>
        _provider.Register(services, Label, configure + Configure);

    /// <summary>Makes a client without a container.</summary>
    internal ICustomerClient Create(Action<ProviderOptions> configure, TimeProvider clock)
    {
        ProviderOptions options = _provider.NewOptions();
        (configure + Configure)(options);
        return _provider.Create(options, timeProvider: clock);
    }

    private static DiscoveredProvider Called(string name) => DiscoveredProvider.Called(name);
}
