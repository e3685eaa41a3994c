using System.CommandLine;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Commands;

Command serve = new("serve", "Answers for every provider on a port of this machine, until standard input ends.");
serve.SetAction(static (_, _) => AnswerServer.RunAsync());
RootCommand root = new("Measures what this library takes.") { OverheadCommand.New(), serve };
return await root.Parse(args).InvokeAsync();
