using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.All;

/// <summary>What the tests for all providers need to know about one of them.</summary>
/// <param name="Name">Its name, in the simulator too.</param>
/// <param name="ClientType">Its client.</param>
/// <param name="DefaultAddress">The documented base address.</param>
/// <param name="NewOptions">Options with nothing set.</param>
/// <param name="Register">Registers a client under its own name.</param>
/// <param name="RegisterSection">Registers a client under another name, with the settings of a section.</param>
public sealed record ProviderCase(
    string Name,
    Type ClientType,
    string DefaultAddress,
    Func<ProviderOptions> NewOptions,
    Action<IServiceCollection, Action<ProviderOptions>> Register,
    Action<IServiceCollection, string, IConfiguration> RegisterSection)
{
    /// <summary>A customer that every provider accepts.</summary>
    public static CustomerCreate Ada => new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    /// <summary>The names, as rows of tests.</summary>
    public static TheoryData<string> Names { get; } = [.. All.Select(static provider => provider.Name)];

    /// <summary>The names of the providers with a single name field.</summary>
    public static TheoryData<string> WithOneName { get; } = ["atlas", "runonatlas", "flexprice", "flowglad"];

    private static IReadOnlyList<ProviderCase> All =>
    [
        new(
            "atlas", typeof(AtlasCustomerClient), "https://api.atlas.co/functions/v1", static () => new AtlasOptions(),
            static (services, set) => services.AddAtlas(set), static (services, name, section) => services.AddAtlas(name, section)),
        new(
            "runonatlas", typeof(RunOnAtlasCustomerClient), "https://platform.runonatlas.com", static () => new RunOnAtlasOptions(),
            static (services, set) => services.AddRunOnAtlas(set), static (services, name, section) => services.AddRunOnAtlas(name, section)),
        new(
            "flexprice", typeof(FlexpriceCustomerClient), "https://api.cloud.flexprice.io/v1", static () => new FlexpriceOptions(),
            static (services, set) => services.AddFlexprice(set), static (services, name, section) => services.AddFlexprice(name, section)),
        new(
            "flowglad", typeof(FlowgladCustomerClient), "https://app.flowglad.com", static () => new FlowgladOptions(),
            static (services, set) => services.AddFlowglad(set), static (services, name, section) => services.AddFlowglad(name, section)),
        new(
            "flex", typeof(FlexCustomerClient), "https://api.withflex.com", static () => new FlexOptions(),
            static (services, set) => services.AddFlex(set), static (services, name, section) => services.AddFlex(name, section)),
    ];

    /// <summary>The provider of that name.</summary>
    public static ProviderCase Called(string name) => All.Single(provider => provider.Name == name);
}
