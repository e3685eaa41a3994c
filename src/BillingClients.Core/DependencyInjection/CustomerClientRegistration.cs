using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers;

/// <summary>One registered client.</summary>
/// <param name="Name">The name it is registered under.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="HttpClientName">The name of its client at <see cref="IHttpClientFactory"/>.</param>
/// <param name="PostConfigure">Changes its options after all other configuration.</param>
public sealed record CustomerClientRegistration(
    string Name, ProviderDescriptor Provider, string HttpClientName, Action<IServiceCollection, Action<ProviderOptions>> PostConfigure);
