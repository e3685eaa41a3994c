using System.Collections.Concurrent;

namespace BillingClients.Ledgerly.Tests.Simulation;

/// <summary>What Ledgerly would have let pass without a word. Safe for concurrent use.</summary>
internal sealed class Objections
{
    private readonly ConcurrentQueue<string> _all = new();

    internal IReadOnlyList<string> All => [.. _all];

    internal void Add(string objection) => _all.Enqueue(objection);
}
