using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BillingClients.Hosting.Tests;

/// <summary>A wrong client name in an ASP.NET Core application, with the checks that its builder makes in development.</summary>
public sealed class WrongNameTests
{
    private const string Message = "No billing client is named 'Flexprice'. Did you mean 'flexprice'? Names are compared with case. Registered: flexprice.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endpoint_with_the_right_name_gets_the_client_and_one_with_a_wrong_name_fails_with_the_message()
    {
        ConcurrentQueue<string> failures = new();
        await using WebApplication app = Build();
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (InvalidOperationException failure)
            {
                failures.Enqueue(failure.Message);
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        });
        app.MapGet("/right", static ([FromKeyedServices("flexprice")] ICustomerClient client) => client.Provider.Name);
        app.MapGet("/wrong", static ([FromKeyedServices("Flexprice")] ICustomerClient client) => client.Provider.Name);
        await app.StartAsync(Token);
        using HttpClient http = new() { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(30) };

        (await http.GetStringAsync("/right", Token)).ShouldBe("flexprice");
        using HttpResponseMessage wrong = await http.GetAsync("/wrong", Token);

        wrong.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        failures.ShouldBe([Message]);
    }

    [Fact]
    public async Task A_service_with_a_wrong_name_passes_the_check_of_the_builder_and_fails_when_it_is_first_used()
    {
        await using WebApplication app = Build(static services => services.AddScoped<Shop>());
        await app.StartAsync(Token);
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();

        Should.Throw<InvalidOperationException>(scope.ServiceProvider.GetRequiredService<Shop>).Message.ShouldBe(Message);
    }

    private static WebApplication Build(Action<IServiceCollection>? register = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddFlexprice(static options => options.ApiKey = "sk_1");
        register?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed record Shop([FromKeyedServices("Flexprice")] ICustomerClient Client);
}
