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
        ProcessStartInfo start = new("dotnet", ["exec", typeof(ServerProcess).Assembly.Location, "serve"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        return new ServerProcess(process, new Uri(process.StandardOutput.ReadLine()!));
    }

    public Uri AddressOf(string provider) => new(Address, provider);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
