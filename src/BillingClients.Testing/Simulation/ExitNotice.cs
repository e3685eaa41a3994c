using System.Globalization;

namespace BillingClients.Testing;

/// <summary>
/// Says at the end of the process that a simulator was not disposed, and what to write. It is disposed together with the simulator.
/// </summary>
internal sealed class ExitNotice : IDisposable
{
    private readonly int _port;

    public ExitNotice(int port)
    {
        _port = port;
        AppDomain.CurrentDomain.ProcessExit += Tell;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Tell;

    private void Tell(object? sender, EventArgs arguments) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"BillingClients.Testing: the simulator on port {_port} was not disposed. "
        + $"Write 'await using ProviderSimulator simulator = await ProviderSimulator.StartAsync();'."));
}
