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
    /// <summary>The five, in the order of the page.</summary>
    internal static IReadOnlyList<MatrixProvider> All { get; } =
    [
        new("Atlas", new AtlasOptions().GetBaseAddress(), static () => new AtlasHarness()),
        new("RunOnAtlas", new RunOnAtlasOptions().GetBaseAddress(), static () => new RunOnAtlasHarness(), ShowStatus),
        new("Flexprice", new FlexpriceOptions().GetBaseAddress(), static () => new FlexpriceHarness()),
        new("Flowglad", new FlowgladOptions().GetBaseAddress(), static () => new FlowgladHarness(), CheckOut),
        new("Flex", new FlexOptions().GetBaseAddress(), static () => new FlexHarness()),
    ];

    internal static MatrixProvider Called(string name) => All.Single(provider => provider.Name == name);

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
