namespace BillingClients.Testing;

/// <summary>Draws faults for one provider: those of connections when it is dialled, all others when a request comes in, each from a sequence of its own.</summary>
internal sealed class FaultDistribution
{
    private readonly object _gate = new();
    private readonly Random _ofConnections;
    private readonly Random _ofRequests;
    private readonly SimulatedFault[] _connectionFaults;
    private readonly SimulatedFault[] _requestFaults;
    private readonly double _rateOfOne;

    public FaultDistribution(double rate, int seed, string provider, IReadOnlyList<SimulatedFault> faults)
    {
        int providerSeed = seed ^ StableHash(provider);
        _ofConnections = new Random(~providerSeed);
        _ofRequests = new Random(providerSeed);
        _connectionFaults = [.. faults.Where(static fault => fault.IsInConnection)];
        _requestFaults = [.. faults.Where(static fault => !fault.IsInConnection)];
        _rateOfOne = rate / faults.Count;
    }

    public SimulatedFault? DrawForConnection() => Draw(_ofConnections, _connectionFaults);

    public SimulatedFault? DrawForRequest() => Draw(_ofRequests, _requestFaults);

    private SimulatedFault? Draw(Random random, SimulatedFault[] faults)
    {
        lock (_gate)
        {
            return random.NextDouble() < _rateOfOne * faults.Length ? faults[random.Next(faults.Length)] : null;
        }
    }

    // string.GetHashCode differs from one process to the next.
    private static int StableHash(string text) => text.Aggregate(17, (hash, character) => unchecked((hash * 31) + character));
}
