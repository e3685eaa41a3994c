using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers;

/// <summary>One registered client.</summary>
/// <param name="Name">The name it is registered under.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="PostConfigure">Changes its options after all other configuration.</param>
public sealed record CustomerClientRegistration(string Name, ProviderDescriptor Provider, Action<IServiceCollection, Action<ProviderOptions>> PostConfigure);
