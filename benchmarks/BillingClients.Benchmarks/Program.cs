using System.CommandLine;
using BenchmarkDotNet.Running;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Commands;

Command serve = new("serve", "Answers for every provider on a port of this machine, until standard input ends.");
serve.SetAction(static (_, _) => AnswerServer.RunAsync());
Command bdn = new("bdn", "BenchmarkDotNet's suites; takes its arguments, such as --filter *Create*.") { TreatUnmatchedTokensAsErrors = false };
bdn.SetAction(static arguments => { BenchmarkSwitcher.FromAssembly(typeof(AnswerServer).Assembly).Run([.. arguments.UnmatchedTokens]); });
RootCommand root = new("Measures what this library takes.")
{
    OverheadCommand.New(), PeersCommand.New(), LayersCommand.New(), ThroughputCommand.New(), StartupCommand.New(), StartupCommand.NewFirstCall(), MemoryCommand.New(),
    ChartCommand.New(), bdn, serve,
};
return await root.Parse(args).InvokeAsync();
