using BillingClients.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Testing.Tests.Registration;

/// <summary>A provider that nobody simulates. Its client cannot be made.</summary>
internal static class UnknownProvider
{
    private static readonly ProviderRegistration<FlexpriceCustomerClient, FlexpriceOptions> Registration = new(
        new ProviderDescriptor("stripe", "Stripe", FakeCustomerClient.Everything with { UniqueKey = UniqueKey.None, TakenKeyEffect = default }),
        new ApiKeyHeader("x-api-key", ""),
        static _ => throw new InvalidOperationException("The real client was made."),
        static (_, _) => { });

    internal static ICustomerClientBuilder Add(IServiceCollection services, string name = "stripe") =>
        Registration.Add(services, name, static options => options.ApiKey = null);
}
