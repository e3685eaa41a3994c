using System.CommandLine;
using Quickstart;
using Spectre.Console;

Option<string[]> provider = new("--provider") { Description = "Only this provider; may be given again.", AllowMultipleArgumentsPerToken = true };
provider.AcceptOnlyFromAmong([.. Showcase.All.Select(static showcase => showcase.Name)]);
Option<bool> live = new("--live") { Description = "Use the real APIs of the providers whose key is set, in place of the simulator." };
Option<bool> yes = new("--yes") { Description = "With --live: do not ask before creating something." };
RootCommand command = new("Creates, reads, changes, lists and deletes the same customer at every billing provider.") { provider, live, yes };
command.SetAction(async (arguments, cancellationToken) =>
{
    if (Console.IsOutputRedirected)
    {
        AnsiConsole.Profile.Width = 120;
    }

    IReadOnlyList<Showcase> chosen = Showcase.Named(arguments.GetValue(provider) ?? []);
    await using Stage? stage = arguments.GetValue(live)
        ? LiveStage.Open(chosen, arguments.GetValue(yes))
        : await SimulatedStage.OpenAsync(chosen, cancellationToken);
    return stage is null ? 2 : await Tour.RunAsync(stage, cancellationToken);
});
return await command.Parse(args).InvokeAsync();
