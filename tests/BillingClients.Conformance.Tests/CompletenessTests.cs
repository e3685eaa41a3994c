using System.Reflection;
using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>No client is without its conformance classes, and no simulated provider without a client here.</summary>
public class CompletenessTests
{
    private static readonly Assembly Here = typeof(CompletenessTests).Assembly;

    /// <summary>Add the line that the message names, beside the harness.</summary>
    [Fact]
    public void All_conformance_classes_are_derived() => AllConformanceClassesAreDerived.ForEveryHarness(Here);

    /// <summary>Add a file like FlexpriceConformance.cs: the provider's harness and a line for each class of the suite.</summary>
    [Fact]
    public async Task Every_simulated_provider_has_a_harness()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: cancellationToken);
        List<string> joined = [];
        foreach (Type type in Here.GetExportedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(SimulatorHarness))))
        {
            await using SimulatorHarness harness = (SimulatorHarness)Activator.CreateInstance(type)!;
            await harness.StartAsync(cancellationToken);
            joined.Add(harness.Provider.Name);
        }

        simulator.Providers.Select(provider => provider.Name).Where(name => !joined.Contains(name)).ShouldBeEmpty(
            "These providers are simulated, and no harness here derives from SimulatorHarness for them. Copy FlexpriceConformance.cs for each.");
    }

    [Fact]
    public void A_missing_class_is_named_with_the_line_to_add()
    {
        string message = Should.Throw<Exception>(() => AllConformanceClassesAreDerived.For<UnjoinedHarness>(Here)).Message;

        message.ShouldContain("BillingClients.Conformance.Tests lacks 19 of 19 conformance classes for UnjoinedHarness. Add, beside UnjoinedHarness:");
        message.ShouldContain("public sealed class UnjoinedCreate : CreateConformance<UnjoinedHarness>;");
    }

    [Fact]
    public void An_assembly_without_a_harness_is_told_so() =>
        Should.Throw<Exception>(() => AllConformanceClassesAreDerived.ForEveryHarness(typeof(ProviderSimulator).Assembly))
            .Message.ShouldContain("BillingClients.Testing has no harness.");

    internal sealed class UnjoinedHarness() : InMemoryHarness(FakeCustomerClient.Everything);
}
