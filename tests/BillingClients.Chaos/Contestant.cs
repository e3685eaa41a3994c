using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Chaos;

/// <summary>A provider's client as chaos drives it.</summary>
/// <param name="Label">What the report calls it.</param>
/// <param name="Provider">The simulated provider.</param>
/// <param name="Register">Registers the client under the label.</param>
/// <param name="NewCustomer">The customer of a logical create; its external id, and its e-mail address if it has one, are the create's own.</param>
/// <param name="Change">An update of a field that the provider has.</param>
/// <param name="Changed">Whether a stored customer has the update.</param>
public sealed record Contestant(
    string Label,
    Func<ProviderSimulator, SimulatedProvider> Provider,
    Func<IServiceCollection, string, Action<ProviderOptions>, ICustomerClientBuilder> Register,
    Func<int, CustomerCreate> NewCustomer,
    CustomerUpdate Change,
    Func<Customer, bool> Changed)
{
    /// <summary>
    /// Every provider; and Flex three times more: without the look before a create; without e-mail addresses; and without them with the opt-in to send again
    /// with the same idempotency key.
    /// </summary>
    public static IReadOnlyList<Contestant> All { get; } =
    [
        .. DiscoveredProvider.All.Select(Of),
        Flex("flex, not looking", static simulator => simulator.Flex, static options => options.LookBeforeCreate = false, Person),
        Flex("flex, no e-mail", static simulator => simulator.Flex, static _ => { }, WithoutEmail),
        Flex("flex, resending", static simulator => HonouringKeys(simulator.Flex), static options => options.ResendAmbiguousCreates = true, WithoutEmail),
    ];

    private const string NewName = "Ada King";

    private static CustomerUpdate Rename => new() { Name = NewName };

    private static Contestant Of(DiscoveredProvider provider) =>
        new(provider.Name, simulator => simulator[provider.Name], provider.Register, Person, Rename, IsRenamed);

    private static Contestant Flex(
        string label, Func<ProviderSimulator, SimulatedProvider> provider, Action<FlexOptions> configure, Func<int, CustomerCreate> newCustomer) => new(
        label,
        provider,
        (services, name, set) => services.AddFlex(name, options =>
        {
            set(options);
            configure(options);
        }),
        newCustomer,
        Rename,
        IsRenamed);

    // Whether Flex honours keys is not documented; the opt-in is for those who know that it does.
    private static FlexSimulation HonouringKeys(FlexSimulation flex)
    {
        flex.HonorsIdempotencyKeys = true;
        return flex;
    }

    private static CustomerCreate Person(int number) => new()
    {
        ExternalId = $"crm-{number}",
        Name = $"Ada Lovelace{number}",
        Email = $"ada.{number}@example.com",
    };

    private static CustomerCreate WithoutEmail(int number) => Person(number) with { Email = null };

    private static bool IsRenamed(Customer customer) => customer.Name == NewName;
}
