// The five providers on one loopback port, for programs in any language, until Ctrl+C.
//
//   dotnet run --project samples/Simulator                      on port 5080
//   dotnet run --project samples/Simulator -- --port 0          on a free port, which it prints
//   dotnet run --project samples/Simulator -- --verbose         with headers and bodies; keys are masked
//   dotnet run --project samples/Simulator -- --quiet           without the requests
using System.Globalization;
using System.Runtime.InteropServices;
using BillingClients.Testing;
using Simulator;

Arguments arguments = Arguments.Parse(args);
RequestLog log = new(Console.Out, arguments.Detail);
await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(new ProviderSimulatorOptions { Port = arguments.Port, Answered = log.Write });
log.Follow(simulator.Journal);

foreach (SimulatedProvider provider in simulator.Providers)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{provider.Name,-11} {provider.BaseAddress}  {provider.ApiKey}"));
}

Console.WriteLine("Listening. Stop with Ctrl+C.");

TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await stopped.Task;
Console.WriteLine("Stopped.");

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}
