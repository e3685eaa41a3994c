using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Quickstart;

/// <summary>The real APIs of the providers whose key is set, after saying what will be created there.</summary>
internal static class LiveStage
{
    public static Stage? Open(IReadOnlyList<Showcase> showcases, bool isConfirmed)
    {
        IConfiguration keys = new ConfigurationBuilder().AddUserSecrets(typeof(LiveStage).Assembly).AddEnvironmentVariables().Build();
        List<Showcase> keyed = [.. showcases.Where(showcase => !string.IsNullOrEmpty(keys[showcase.KeyVariable]))];
        if (keyed.Count == 0)
        {
            AnsiConsole.MarkupLine($"[red]No key is set.[/] Set one of {string.Join(", ", showcases.Select(static showcase => showcase.KeyVariable))}, in the environment or with [blue]dotnet user-secrets[/].");
            return null;
        }

        AnsiConsole.MarkupLine($"This creates one customer, Ada Lovelace, at each of: [bold]{string.Join(", ", keyed.Select(static showcase => showcase.Name))}[/],");
        AnsiConsole.MarkupLine("changes it, lists customers, and deletes or archives it where the API can. At RunOnAtlas the customer stays; use test keys.");
        if (!isConfirmed && !(AnsiConsole.Profile.Capabilities.Interactive && AnsiConsole.Confirm("Go on?", defaultValue: false)))
        {
            AnsiConsole.MarkupLine("Nothing was created. Answer yes, or add [blue]--yes[/].");
            return null;
        }

        WireRecorder wire = new();
        ServiceCollection services = new();
        foreach (Showcase showcase in keyed)
        {
            showcase
                .Register(services, showcase.Name, options => options.ApiKey = keys[showcase.KeyVariable])
                .ConfigureHttpClient(http => http.ConfigurePrimaryHttpMessageHandler(() => wire.For(showcase.Name)));
        }

        return new Stage("live", keyed, services.BuildServiceProvider(), wire, simulator: null);
    }
}
