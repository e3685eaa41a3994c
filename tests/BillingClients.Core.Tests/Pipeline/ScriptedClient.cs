using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>A Flexprice client whose network is a function.</summary>
internal sealed class ScriptedClient : IDisposable
{
    private readonly ServiceProvider _services;

    public ScriptedClient(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> network,
        Action<FlexpriceOptions>? configure = null,
        TimeProvider? clock = null,
        DelegatingHandler? outermost = null)
    {
        ServiceCollection services = new();
        services.AddSingleton(clock ?? TimeProvider.System);
        services
            .AddFlexprice(options =>
            {
                options.ApiKey = "sk_key";
                options.RetryBaseDelay = TimeSpan.Zero;
                configure?.Invoke(options);
            })
            .ConfigureHttpClient(http => http.ConfigurePrimaryHttpMessageHandler(() => new Network(network)))
            .ConfigureHttpClient(http => http.ConfigureAdditionalHttpMessageHandlers((handlers, _) =>
            {
                if (outermost is not null)
                {
                    handlers.Insert(0, outermost);
                }
            }));
        _services = services.BuildServiceProvider();
        Client = _services.GetRequiredService<ICustomerClient>();
    }

    public ICustomerClient Client { get; }

    public void Dispose() => _services.Dispose();

    private sealed class Network(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request, cancellationToken);
    }
}
