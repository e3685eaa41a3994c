using System.Net;
using System.Net.Sockets;

namespace BillingClients.Testing.Tests;

internal static class FreePort
{
    /// <summary>Runs an action that leaves a port free. The next socket of anybody may get that port, so it is tried a few times.</summary>
    public static async Task ShouldBeLeftByAsync(Func<Task<int>> action)
    {
        const int Tries = 10;
        for (int attempt = 1; !IsFree(await action()); attempt++)
        {
            attempt.ShouldBeLessThan(Tries);
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
