using System.Net;
using BillingClients.Core.Tests.Fixtures;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>
/// The HTTP client can be configured, and keeps no cookies. That it follows no redirects, and sends the key to its own host only, is in Security.Tests.
/// </summary>
public sealed class HttpClientTests
{
    private static readonly CustomerKey Someone = CustomerKey.FromExternalId("crm-1815");

    public static TheoryData<string, Func<HttpMessageHandler>> PrimaryHandlers => new()
    {
        { nameof(SocketsHttpHandler), static () => new SocketsHttpHandler { UseCookies = true } },
        { nameof(HttpClientHandler), static () => new HttpClientHandler { UseCookies = true } },
        { "wrapped", static () => new CountingHandler { InnerHandler = new HttpClientHandler { UseCookies = true } } },
    };

    [Theory]
    [MemberData(nameof(PrimaryHandlers), DisableDiscoveryEnumeration = true)]
    public async Task A_primary_handler_of_the_applications_own_keeps_no_cookie(string kind, Func<HttpMessageHandler> handler)
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = app.Build(services =>
            services.AddFlexprice(app.Reach).ConfigureHttpClient(http => http.ConfigurePrimaryHttpMessageHandler(handler)));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();

        app.Flexprice.Answer(SimulatedAnswer.Json(200, """{"id":"cust_1","external_id":"crm-1815"}""").WithHeader("Set-Cookie", "canary=1; Path=/"));
        await client.GetAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);
        await client.FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);

        app.Simulator.Journal.Count.ShouldBe(2);
        app.Flexprice.Requests[^1].Header("Cookie").ShouldBeNull(kind);
    }

    [Fact]
    public async Task A_delegating_handler_sees_each_attempt()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        CountingHandler counting = new();
        await using ServiceProvider provider = app.Build(services =>
            services.AddFlexprice(app.Reach).ConfigureHttpClient(http => http.AddHttpMessageHandler(() => counting)));
        app.Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503));

        await provider.GetRequiredService<ICustomerClient>().FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);

        counting.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_proxy_is_used()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = app.Build(services => services
            .AddFlexprice(options =>
            {
                app.Reach(options);
                options.BaseAddress = new Uri("http://localhost:9/flexprice/v1");
            })
            .ConfigureHttpClient(http => http.UseSocketsHttpHandler((handler, _) => handler.Proxy = new WebProxy(new Uri(app.Flexprice.BaseAddress, "/")))));

        await Should.ThrowAsync<BillingException>(
            () => provider.GetRequiredService<ICustomerClient>().GetAsync(Someone, cancellationToken: TestContext.Current.CancellationToken));

        app.Simulator.Journal.ShouldNotBeEmpty();
        app.Simulator.Journal[0].Target.ShouldStartWith("http://localhost:9/flexprice/v1/");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_base_address_may_end_with_a_slash_or_not(string end)
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(options =>
        {
            app.Reach(options);
            options.BaseAddress = new Uri(app.Flexprice.BaseAddress.ToString().TrimEnd('/') + end);
        }));

        await provider.GetRequiredService<ICustomerClient>().CreateAsync(SimulatedApp.Ada, cancellationToken: TestContext.Current.CancellationToken);

        app.Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/customers");
    }

    [Fact]
    public async Task The_factorys_own_loggers_are_silent()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(app.Reach));

        await provider.GetRequiredService<ICustomerClient>().FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);

        app.Logs.Entries.ShouldAllBe(entry => LogRecorder.IsOurs(entry.Category));
    }

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
