using BillingClients;
using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts a <see cref="FakeCustomerClient"/> in the place of registered billing clients.</summary>
/// <remarks>
/// <para>Call these methods before or after the clients are registered, where a test changes the application's services. Middleware that was added with
/// <c>Use</c> runs around the fake. Keys and addresses need not be configured.</para>
/// <para>A fake wins over <c>UseSimulator</c>: with both, the clients without a fake go to the simulator.</para>
/// </remarks>
public static class FakeServiceCollectionExtensions
{
    /// <summary>
    /// Replaces every registered client with a fake that can do what the client's provider can. <see cref="GetFake"/> gives the test each of them.
    /// </summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection UseFake(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        CustomerClientRegistry.Of(services).ForEach(registration =>
        {
            services.TryAddKeyedSingleton(registration.Name, (provider, _) => Create(provider, registration));
            Replace(services, registration);
        });
        return services;
    }

    /// <summary>Replaces the client of that name with a fake that can do what the client's provider can.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name, as registered. If there is no such client when the first one is resolved, that fails.</param>
    public static IServiceCollection UseFake(this IServiceCollection services, string name) =>
        Use(services, name, registration => services.AddKeyedSingleton(name, (provider, _) => Create(provider, registration)));

    /// <summary>Replaces the client of that name with the test's own fake, whose <see cref="FakeCustomerClient.Name"/> becomes that name.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name, as registered.</param>
    /// <param name="fake">The fake. The container disposes it, like the client; its calls and customers can still be looked at then.</param>
    public static IServiceCollection UseFake(this IServiceCollection services, string name, FakeCustomerClient fake)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return Use(services, name, registration =>
        {
            fake.Name = registration.Name;
            services.AddKeyedSingleton(name, fake);
        });
    }

    /// <summary>The fake that stands in for a client, below its middleware: its calls, its customers, its callbacks.</summary>
    /// <param name="services">The application's service provider.</param>
    /// <param name="name">The client's name, as registered; null for the only one.</param>
    /// <exception cref="InvalidOperationException">No fake has that name; the message lists those that exist.</exception>
    public static FakeCustomerClient GetFake(this IServiceProvider services, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        string[] registered = [.. services.GetRequiredService<CustomerClientRegistry>().Registrations.Select(static registration => registration.Name)];
        string[] fakes = [.. registered.Where(each => services.GetKeyedService<FakeCustomerClient>(each) is not null)];
        string? wanted = name ?? (fakes.Length == 1 ? fakes[0] : null);
        return wanted is not null && fakes.Contains(wanted)
            ? services.GetRequiredKeyedService<FakeCustomerClient>(wanted)
            : throw new InvalidOperationException(NoSuchFake(name, fakes, registered));
    }

    private static string NoSuchFake(string? name, string[] fakes, string[] registered)
    {
        string problem = name is null ? $"{fakes.Length} clients are fakes" : $"No client named '{name}' is a fake";
        string remedy = fakes.Length == 0 ? "Call services.UseFake()." : $"Say which: GetFake(\"{fakes[0]}\").";
        return $"{problem}. Fakes: {NamesOf(fakes)}. Registered: {NamesOf(registered)}. {remedy}";
    }

    private static string NamesOf(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names);

    private static IServiceCollection Use(IServiceCollection services, string name, Action<CustomerClientRegistration> add)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        CustomerClientRegistry registry = CustomerClientRegistry.Of(services);
        registry.Expect(name, $"services.UseFake(\"{name}\")");
        registry.ForEach(registration =>
        {
            if (registration.Name == name)
            {
                add(registration);
                Replace(services, registration);
            }
        });
        return services;
    }

    private static void Replace(IServiceCollection services, CustomerClientRegistration registration) =>
        registration.Replace(services, provider => provider.GetRequiredKeyedService<FakeCustomerClient>(registration.Name));

    private static FakeCustomerClient Create(IServiceProvider services, CustomerClientRegistration registration) => new(
        registration.Provider,
        registration.GetOptions(services).UnsupportedFields,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<FakeCustomerClient>>())
    {
        Name = registration.Name,
    };
}
