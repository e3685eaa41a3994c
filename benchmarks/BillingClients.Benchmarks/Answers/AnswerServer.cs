using BillingClients.Benchmarks.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Benchmarks.Answers;

/// <summary>Answers for all five providers on a port of this machine. Runs in a process of its own, so that what it allocates is not counted.</summary>
internal static class AnswerServer
{
    private static readonly Dictionary<string, FixedAnswers> Providers = ProviderCases.All.ToDictionary(static provider => provider.Name, static provider => new FixedAnswers(provider));

    /// <summary>Serves until standard input ends, which it does when the process that started this one is gone.</summary>
    public static async Task RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadToEndAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        string path = context.Request.Path.Value!;
        FixedAnswer answer = Providers.TryGetValue(path[1..path.IndexOf('/', 1)], out FixedAnswers? provider)
            ? provider.Find(context.Request.Method, path, context.Request.QueryString.Value!)
            : ListingAnswers.Find(path, body.GetBuffer().AsMemory(0, (int)body.Length));
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body);
    }
}
