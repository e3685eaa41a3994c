using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers;

/// <summary>One registered client.</summary>
/// <param name="Name">The name it is registered under.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="HttpClientName">The name of its client at <see cref="IHttpClientFactory"/>.</param>
/// <param name="PostConfigure">Changes its options after all other configuration.</param>
/// <param name="GetOptions">Its options, as they are configured now.</param>
public sealed record CustomerClientRegistration(
    string Name,
    ProviderDescriptor Provider,
    string HttpClientName,
    Action<IServiceCollection, Action<ProviderOptions>> PostConfigure,
    Func<IServiceProvider, ProviderOptions> GetOptions)
{
    /// <summary>Uses another client in place of the provider's own, such as a fake. The last call counts.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="create">
    /// Makes that client. The registered middleware wraps it, the container disposes it, and the options are not validated when the application starts.
    /// </param>
    public void Replace(IServiceCollection services, Func<IServiceProvider, ICustomerClient> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        services.AddKeyedSingleton(Name, new ClientReplacement(create));
    }
}
