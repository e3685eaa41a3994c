using Microsoft.Extensions.DependencyInjection;
using static BillingClients.Docs.Tests.Mistakes.Mistake;

namespace BillingClients.Docs.Tests.Mistakes;

/// <summary>The most likely mistakes when clients are registered and asked for, each with the whole message that its maker reads.</summary>
public sealed class RegistrationMistakeTests
{
    [Fact]
    public void Two_clients_and_a_request_without_a_name()
    {
        using ServiceProvider provider = Build();

        Say(Should.Throw<InvalidOperationException>(provider.GetRequiredService<ICustomerClient>)).ShouldBe(
            "2 billing clients are registered: flexprice, flowglad. Say which: [FromKeyedServices(\"flexprice\")] ICustomerClient client,"
            + " or ICustomerClientFactory.Get(\"flexprice\").");
    }

    [Fact]
    public void Two_clients_with_one_name() => Say(Should.Throw<ArgumentException>(static () => new ServiceCollection()
        .AddFlexprice(static options => options.ApiKey = "sk_1").Services.AddFlexprice(static options => options.ApiKey = "sk_2"))).ShouldBe(
        "A billing client named 'flexprice' is registered already. Give this one another name: AddFlexprice(\"another-name\", …).");

    [Fact]
    public void A_wrong_name_in_a_constructor()
    {
        using ServiceProvider provider = Build();

        Say(Should.Throw<InvalidOperationException>(provider.GetRequiredService<Shop>)).ShouldBe(
            "No billing client is named 'Flexprice'. Did you mean 'flexprice'? Names are compared with case. Registered: flexprice, flowglad.");
    }

    [Fact]
    public void A_wrong_name_at_run_time()
    {
        using ServiceProvider provider = Build();

        Say(Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<ICustomerClientFactory>().Get("stripe"))).ShouldBe(
            "No billing client is named 'stripe'. Registered: flexprice, flowglad.");
    }

    [Fact]
    public void A_providers_own_type()
    {
        using ServiceProvider provider = Build();

        Say(Should.Throw<InvalidOperationException>(provider.GetRequiredService<FlexpriceCustomerClient>)).ShouldBe(
            "FlexpriceCustomerClient cannot be injected by its class, because a registered client may have middleware around it. Ask for"
            + " [FromKeyedServices(\"flexprice\")] ICustomerClient. client.GetService<FlexpriceCustomerClient>() gives the client inside.");
    }

    [Fact]
    public void Middleware_that_returns_nothing()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice(static options => options.ApiKey = "sk_1").Use(static _ => null!).Services.BuildServiceProvider();

        Say(Should.Throw<InvalidOperationException>(provider.GetRequiredService<ICustomerClient>)).ShouldBe(
            "Middleware 1 of 1 of the client 'flexprice' returned null. The function that is passed to Use must return a client: the middleware around the inner"
            + " client, or the inner client itself.");
    }

    [Fact]
    public void Logging_with_nowhere_to_log()
    {
        using FlexpriceCustomerClient client = new("sk_1");

        Say(Should.Throw<InvalidOperationException>(() => client.AsBuilder().UseLogging().Build())).ShouldBe(
            "UseLogging has nowhere to log: the client was made without an ILoggerFactory. Pass one when you make the client, as the second argument of its"
            + " constructor, or pass services that have one to Build.");
    }

    [Fact]
    public async Task A_disposed_client()
    {
        FlexpriceCustomerClient client = new("sk_1");
        client.Dispose();

        Say(await Should.ThrowAsync<ObjectDisposedException>(() => client.CreateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken))).ShouldStartWith(
            "The client was disposed. A client from a container lives as long as the container, which disposes it: do not dispose it yourself, and do not keep it longer than the container.");
    }

    private static ServiceProvider Build() => new ServiceCollection()
        .AddFlexprice(static options => options.ApiKey = "sk_1").Services
        .AddFlowglad(static options => options.ApiKey = "sk_test_1").Services
        .AddSingleton<Shop>()
        .BuildServiceProvider();

    private sealed record Shop([FromKeyedServices("Flexprice")] ICustomerClient Client);
}
