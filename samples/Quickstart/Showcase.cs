using BillingClients;
using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>A provider as the tour shows it.</summary>
/// <param name="Name">The name it is registered under.</param>
/// <param name="KeyVariable">The environment variable, or user secret, with the key for <c>--live</c>.</param>
/// <param name="Register">Registers its client.</param>
/// <param name="MistakeIs">The mistake that the tour makes there, in a few words.</param>
/// <param name="Mistake">Makes a mistake that is typical of the provider.</param>
internal sealed record Showcase(
    string Name,
    string KeyVariable,
    Func<IServiceCollection, string, Action<ProviderOptions>, ICustomerClientBuilder> Register,
    string MistakeIs,
    Func<ICustomerClient, CustomerCreate, Task> Mistake)
{
    public static IReadOnlyList<Showcase> All { get; } =
    [
        new("atlas", "ATLAS_API_KEY", static (services, name, set) => services.AddAtlas(name, set),
            "no e-mail address", static (client, ada) => client.CreateAsync(ada with { Email = null })),
        new("runonatlas", "RUNONATLAS_API_KEY", static (services, name, set) => services.AddRunOnAtlas(name, set),
            "a postal code outside of the US", static (client, ada) => client.CreateAsync(ada with { BillingAddress = new Address { PostalCode = "SW1Y 4JH", Country = "GB" } })),
        new("flexprice", "FLEXPRICE_API_KEY", static (services, name, set) => services.AddFlexprice(name, set),
            "a country of three letters", static (client, ada) => client.CreateAsync(ada with { BillingAddress = new Address { Country = "USA" } })),
        new("flowglad", "FLOWGLAD_API_KEY", static (services, name, set) => services.AddFlowglad(name, set),
            "a field it cannot hold", static (client, ada) => client.CreateAsync(ada with { Phone = "+442071234567" })),
        new("flex", "FLEX_API_KEY", static (services, name, set) => services.AddFlex(name, set),
            "a name of one word", static (client, ada) => client.CreateAsync(ada with { FirstName = null, LastName = null, Name = "Ada" })),
    ];

    public static IReadOnlyList<Showcase> Named(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? All : [.. All.Where(showcase => names.Contains(showcase.Name))];
}
