using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Hosts;

/// <summary>A way to come by a client: without a container, with one, and with primary handlers of the application's own that would follow redirects.</summary>
internal sealed record ClientForm(string Name, Func<Subject, Action<ProviderOptions>, (ICustomerClient Client, IDisposable Owner)> Make)
{
    public static IReadOnlyList<ClientForm> All { get; } =
    [
        new("without a container", static (subject, set) =>
        {
            ICustomerClient client = subject.NewClient(set, null);
            return (client, (IDisposable)client);
        }),
        InContainer("in a container", static _ => { }),
        InContainer("changed in place", static http => http.UseSocketsHttpHandler(static (handler, _) => handler.AllowAutoRedirect = true)),
        InContainer("own SocketsHttpHandler", static http => http.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = true })),
        InContainer("own HttpClientHandler", static http => http.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler { AllowAutoRedirect = true })),
        InContainer("own handler, wrapped", static http => http.ConfigurePrimaryHttpMessageHandler(static () => new PassingHandler(new SocketsHttpHandler { AllowAutoRedirect = true }))),
    ];

    private static ClientForm InContainer(string name, Action<IHttpClientBuilder> http) => new(name, (subject, set) =>
    {
        ServiceCollection services = new();
        subject.Register(services, subject.Name, set).ConfigureHttpClient(http);
        ServiceProvider provider = services.BuildServiceProvider();
        return (provider.GetRequiredService<ICustomerClient>(), provider);
    });

    private sealed class PassingHandler(HttpMessageHandler inner) : DelegatingHandler(inner);
}
