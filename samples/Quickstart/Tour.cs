using System.Diagnostics;
using BillingClients;
using Spectre.Console;

namespace Quickstart;

/// <summary>Takes the same customer through the same steps at every provider, and shows what happened.</summary>
internal static class Tour
{
    public static async Task<int> RunAsync(Stage stage, CancellationToken cancellationToken)
    {
        // One create for all: each client takes its own extras and ignores the others'.
        string unique = Guid.NewGuid().ToString("N")[..6];
        CustomerCreate ada = new()
        {
            ExternalId = $"crm-{unique}",
            FirstName = "Ada",
            LastName = "Lovelace",
            Email = $"ada{unique}@example.com",
            ProviderFields = [new FlowgladCustomerFields { Domain = "example.com" }, new FlexCustomerFields { Employer = "Engines Ltd" }],
        };
        List<Visit> visits = [.. stage.Showcases.Select(showcase => new Visit(showcase, stage.ClientOf(showcase), ada))];
        foreach (Visit visit in visits)
        {
            await VisitAsync(visit, cancellationToken);
        }

        Screen.Show(stage, visits);
        bool isFine = visits.All(static visit => visit.Results.Values.All(static result => result.IsExpected));
        AnsiConsole.MarkupLine(isFine ? "[green]Everything went as it should.[/]" : "[red]Something did not go as it should; see the table of steps.[/]");
        return isFine ? 0 : 1;
    }

    private static async Task VisitAsync(Visit visit, CancellationToken cancellationToken)
    {
        foreach (Step step in Step.All)
        {
            visit.Results[step] = step.IsOffered(visit.Client.Provider.Capabilities)
                ? await TakeAsync(visit, step, cancellationToken)
                : new StepResult(IsExpected: true, "not offered", null);
            if (visit.Customer is null)
            {
                // Without a customer the other steps have nothing to work on.
                return;
            }
        }
    }

    private static async Task<StepResult> TakeAsync(Visit visit, Step step, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            string outcome = await step.Run(visit, cancellationToken);
            return new StepResult(IsExpected: true, outcome, Stopwatch.GetElapsedTime(start));
        }
        catch (Exception failure) when (failure is BillingException or UnexpectedOutcomeException)
        {
            return new StepResult(IsExpected: false, failure.Message, Stopwatch.GetElapsedTime(start));
        }
    }
}
