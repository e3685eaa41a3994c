using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>One way to lose the answers to a write: what goes wrong, and how often in a row.</summary>
internal sealed record Lost(SimulatedFault Fault, int Times)
{
    /// <summary>Every fault of the simulator, once and twice in a row.</summary>
    public static IEnumerable<Lost> All { get; } =
    [
        .. from fault in SimulatedFault.All
           from times in (int[])[1, 2]
           where times == 1 || !fault.IsInConnection
           select new Lost(fault, times),
    ];

    public static bool IsWrite(JournalEntry request) => request.Method != "GET" && !request.Path.EndsWith("/search", StringComparison.Ordinal);

    /// <summary>Loses the writes of one call.</summary>
    /// <param name="app">The application. Its clock goes on while a request is stalled.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="call">Makes the call.</param>
    public async Task<Told> DuringAsync(AspireApp app, SimulatedProvider provider, Func<Task<Customer?>> call)
    {
        bool isOver = false;
        for (int i = 0; i < Times; i++)
        {
            provider.Fault(Fault, Fault.IsInConnection ? null : request => !isOver && IsWrite(request));
        }

        Task<Told> told = Told.ByAsync(call);
        while (await app.IsStalledBeforeAsync(told))
        {
            app.EndStall();
        }

        isOver = true;
        return await told;
    }

    public override string ToString() => $"{Fault.Kind} {Fault.Status}, {Times} times";
}
