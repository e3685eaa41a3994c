using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Security.Tests.Subjects;

/// <summary>A provider's client as these tests drive it.</summary>
/// <param name="Name">The provider's name, in the simulator too.</param>
/// <param name="NewClient">Makes a client without a container; the options have no address and no key yet.</param>
/// <param name="Register">Registers a client under a name.</param>
public sealed record Subject(
    string Name,
    Func<Action<ProviderOptions>, ILoggerFactory?, ICustomerClient> NewClient,
    Func<IServiceCollection, string, Action<ProviderOptions>, ICustomerClientBuilder> Register)
{
    /// <summary>The five.</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [
        new("atlas", static (set, logs) => AtlasCustomerClient.Create(Set(new AtlasOptions(), set), logs), static (services, name, set) => services.AddAtlas(name, set)),
        new("runonatlas", static (set, logs) => RunOnAtlasCustomerClient.Create(Set(new RunOnAtlasOptions(), set), logs), static (services, name, set) => services.AddRunOnAtlas(name, set)),
        new("flexprice", static (set, logs) => FlexpriceCustomerClient.Create(Set(new FlexpriceOptions(), set), logs), static (services, name, set) => services.AddFlexprice(name, set)),
        new("flowglad", static (set, logs) => FlowgladCustomerClient.Create(Set(new FlowgladOptions(), set), logs), static (services, name, set) => services.AddFlowglad(name, set)),
        new("flex", static (set, logs) => FlexCustomerClient.Create(Set(new FlexOptions(), set), logs), static (services, name, set) => services.AddFlex(name, set)),
    ];

    /// <summary>The names, as rows of tests.</summary>
    public static TheoryData<string> Names { get; } = new(All.Select(static subject => subject.Name));

    /// <summary>The subject of that name.</summary>
    public static Subject Called(string name) => All.Single(subject => subject.Name == name);

    /// <summary>This provider in a simulator.</summary>
    public SimulatedProvider In(ProviderSimulator simulator) => simulator[Name];

    private static TOptions Set<TOptions>(TOptions options, Action<ProviderOptions> set)
        where TOptions : ProviderOptions
    {
        set(options);
        return options;
    }
}
