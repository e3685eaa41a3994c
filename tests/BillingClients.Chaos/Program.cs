using System.CommandLine;
using BillingClients.Chaos;

Option<int> creates = new("--creates") { Description = "Logical creates at each provider.", DefaultValueFactory = static _ => 2000 };
Option<double> faultRate = new("--fault-rate") { Description = "The share of requests that goes wrong, 0 to 1.", DefaultValueFactory = static _ => 0.3 };
Option<int> concurrency = new("--concurrency") { Description = "Calls in flight at a time.", DefaultValueFactory = static _ => 16 };
Option<int> seed = new("--seed") { Description = "What the faults are drawn from.", DefaultValueFactory = static _ => 1 };
RootCommand command = new("Creates, changes and deletes customers at every simulated provider while requests go wrong, and audits what is left.") { creates, faultRate, concurrency, seed };
command.SetAction(async (arguments, _) =>
{
    ChaosReport report = await ChaosRun.RunAsync(new ChaosOptions
    {
        Creates = arguments.GetValue(creates),
        FaultRate = arguments.GetValue(faultRate),
        Concurrency = arguments.GetValue(concurrency),
        Seed = arguments.GetValue(seed),
    });
    foreach (object line in report.Findings.Concat<object>(report.Providers).Append(report))
    {
        Console.WriteLine(line);
    }

    return report.IsClean ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
