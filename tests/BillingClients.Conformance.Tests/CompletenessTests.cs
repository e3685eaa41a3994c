using System.Reflection;
using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>No client is without its conformance classes, and no provider without a client here.</summary>
public class CompletenessTests
{
    private static readonly Assembly Here = typeof(CompletenessTests).Assembly;

    public static TheoryData<string> Providers => [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    /// <summary>Add the line that the message names, beside the harness.</summary>
    [Fact]
    public void All_conformance_classes_are_derived() => AllConformanceClassesAreDerived.ForEveryHarness(Here);

    /// <summary>Add the file that the message shows.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_provider_has_a_harness(string provider)
    {
        DiscoveredProvider discovered = DiscoveredProvider.Called(provider);
        Type? type = Here.GetType($"{typeof(CompletenessTests).Namespace}.{discovered.TypePrefix}Harness");

        Assert.True(type is not null, $"Write tests/BillingClients.Conformance.Tests/{discovered.TypePrefix}Conformance.cs:\n{FileOf(discovered)}");
        await using SimulatorHarness harness = (SimulatorHarness)Activator.CreateInstance(type)!;
        await harness.StartAsync(TestContext.Current.CancellationToken);
        harness.Provider.Name.ShouldBe(provider);
    }

    [Fact]
    public void A_missing_class_is_named_with_the_line_to_add()
    {
        string message = Should.Throw<Exception>(() => AllConformanceClassesAreDerived.For<UnjoinedHarness>(Here)).Message;

        message.ShouldContain("BillingClients.Conformance.Tests lacks 21 of 21 conformance classes for UnjoinedHarness. Add, beside UnjoinedHarness:");
        message.ShouldContain("public sealed class UnjoinedCreate : CreateConformance<UnjoinedHarness>;");
    }

    [Fact]
    public void An_assembly_without_a_harness_is_told_so() =>
        Should.Throw<Exception>(() => AllConformanceClassesAreDerived.ForEveryHarness(typeof(ProviderSimulator).Assembly))
            .Message.ShouldContain("BillingClients.Testing has no harness.");

    private static string FileOf(DiscoveredProvider provider)
    {
        string name = provider.TypePrefix;
        IEnumerable<string> classes = AllConformanceClassesAreDerived.Classes.Select(static suite => suite.Name.Split('`')[0])
            .Select(suite => $"public sealed class {name}{suite[..^"Conformance".Length]} : {suite}<{name}Harness>;");
        return $$"""
            using BillingClients.Testing;

            namespace BillingClients.Conformance.Tests;

            /// <summary>{{provider.Descriptor.DisplayName}}, over the simulator.</summary>
            public sealed class {{name}}Harness() : SimulatorHarness("{{provider.Name}}")
            {
                protected override ICustomerClient CreateClient(Action<ProviderOptions> configure)
                {
                    {{provider.OptionsType.Name}} options = new();
                    configure(options);
                    return new {{provider.ClientType.Name}}(options);
                }
            }

            // One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
            {{string.Join("\n\n", classes)}}
            """;
    }

    internal sealed class UnjoinedHarness() : InMemoryHarness(FakeCustomerClient.Everything);
}
