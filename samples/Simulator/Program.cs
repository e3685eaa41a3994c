// The five providers on one loopback port, for programs in any language. Run it with --help for its arguments.
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using BillingClients.Testing;
using Simulator;

Arguments arguments = Arguments.Parse(args);
if (arguments.Problem is { } problem)
{
    Console.Error.WriteLine(problem);
    return 1;
}

if (arguments.WantsHelp)
{
    Console.WriteLine(Arguments.Help);
    return 0;
}

ProviderSimulator started;
try
{
    // The log prints each request when it was answered, so the journal need not keep them.
    started = await ProviderSimulator.StartAsync(new ProviderSimulatorOptions
    {
        Port = arguments.Port,
        MaxJournalEntries = 1,
        Answered = new RequestLog(Console.Out, arguments.Detail).Write,
    });
}
catch (Exception failure) when (failure is IOException or SocketException)
{
    Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"Port {arguments.Port} cannot be used: {failure.GetBaseException().Message}. Choose another with --port; 0 takes a free one."));
    return 1;
}

await using ProviderSimulator simulator = started;
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
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}
