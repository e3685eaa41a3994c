using System.Diagnostics;

namespace BillingClients.Benchmarks.Answers;

/// <summary>An <see cref="AnswerServer"/> in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static ServerProcess Start()
    {
        Process process = Process.Start(Self("serve"))!;
        return new ServerProcess(process, new Uri(process.StandardOutput.ReadLine()!));
    }

    /// <summary>This program with other arguments.</summary>
    public static ProcessStartInfo Self(params string[] arguments) =>
        new("dotnet", ["exec", typeof(ServerProcess).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };

    public Uri AddressOf(string provider) => new(Address, provider);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
