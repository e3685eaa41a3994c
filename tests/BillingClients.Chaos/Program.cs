using System.CommandLine;
using BillingClients.Chaos;

ChaosOptions defaults = new();
Option<int> creates = new("--creates") { Description = "Customers to create at each provider.", DefaultValueFactory = _ => defaults.Creates };
Option<double> faultRate = new("--fault-rate") { Description = "The share of requests that go wrong, 0 to 1.", DefaultValueFactory = _ => defaults.FaultRate };
Option<int> concurrency = new("--concurrency") { Description = "Calls in flight at a time.", DefaultValueFactory = _ => defaults.Concurrency };
Option<int> seed = new("--seed") { Description = "The seed of the random faults.", DefaultValueFactory = _ => defaults.Seed };
RootCommand command = new(
    "Creates, reads, updates and deletes customers at every simulated provider while requests go wrong. Compares what callers are told with what is stored.")
{
    creates, faultRate, concurrency, seed,
};
command.SetAction(async (arguments, _) =>
{
    ChaosReport report = await ChaosRun.RunAsync(new ChaosOptions
    {
        Creates = arguments.GetValue(creates),
        FaultRate = arguments.GetValue(faultRate),
        Concurrency = arguments.GetValue(concurrency),
        Seed = arguments.GetValue(seed),
    });
    foreach (string line in report.Lines)
    {
        Console.WriteLine(line);
    }

    return report.Findings.IsEmpty ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
