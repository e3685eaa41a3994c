using System.Reflection;
using System.Text.Json.Nodes;
using BillingClients.Testing;

namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>One column of the matrix.</summary>
/// <param name="Name">The heading.</param>
/// <param name="BaseAddress">Where the client sends to when nothing is configured.</param>
/// <param name="NewHarness">Makes the provider's harness.</param>
/// <param name="Fill">Lets the provider set, on a customer that is about to be read, what no request can.</param>
internal sealed record MatrixProvider(string Name, Uri BaseAddress, Func<SimulatorHarness> NewHarness, Action<ProviderSimulator, string>? Fill = null)
{
    private static readonly Dictionary<string, Action<ProviderSimulator, string>> Fills = new()
    {
        ["runonatlas"] = ShowStatus,
        ["flowglad"] = CheckOut,
    };

    /// <summary>Every provider, in the order of the page; a new one comes last.</summary>
    internal static IReadOnlyList<MatrixProvider> All { get; } =
        [.. DiscoveredProvider.All.OrderBy(static provider => MatrixPage.ColumnOf(provider.Descriptor.DisplayName)).Select(Of)];

    internal static MatrixProvider Called(string name) => All.Single(provider => provider.Name == name);

    private static MatrixProvider Of(DiscoveredProvider provider) => new(
        provider.Descriptor.DisplayName,
        provider.NewOptions().GetBaseAddress(),
        () => NewHarnessOf(provider),
        Fills.GetValueOrDefault(provider.Name));

    private static SimulatorHarness NewHarnessOf(DiscoveredProvider provider) =>
        Assembly.GetExecutingAssembly().GetType($"{typeof(CompletenessTests).Namespace}.{provider.TypePrefix}Harness") is { } harness
            ? (SimulatorHarness)Activator.CreateInstance(harness)!
            : throw new NotSupportedException($"{provider.TypePrefix} has no harness; {nameof(CompletenessTests)} says what to write.");

    // The types of RunOnAtlas's own client have a status, and its documents do not: here, the next answer has one.
    private static void ShowStatus(ProviderSimulator simulator, string customerId)
    {
        JsonNode customer = JsonNode.Parse(simulator.RunOnAtlas.Customers.Single(stored => stored.Id == customerId).Json)!;
        customer["status"] = "active";
        simulator.RunOnAtlas.Answer(200, customer.ToJsonString());
    }

    private static void CheckOut(ProviderSimulator simulator, string customerId) => simulator.Flowglad.SetBillingAddress(
        customerId,
        """{"firstName":"Grace","lastName":"Hopper","phone":"+12025550100","address":{"line1":"1 Navy St","city":"Arlington","country":"US"}}""");
}
