namespace BillingClients.Testing;

/// <summary>Draws faults for one provider: refusals when it is dialled, all others when a request comes in, each from a sequence of its own.</summary>
internal sealed class FaultDistribution
{
    private readonly object _gate = new();
    private readonly Random _connections;
    private readonly Random _requests;
    private readonly double _refusalRate;
    private readonly double _requestRate;
    private readonly SimulatedFault[] _requestFaults;

    public FaultDistribution(double rate, int seed, string provider, IReadOnlyList<SimulatedFault> faults)
    {
        int providerSeed = seed ^ StableHash(provider);
        _connections = new Random(~providerSeed);
        _requests = new Random(providerSeed);
        _requestFaults = [.. faults.Where(fault => fault.Kind != FaultKind.ConnectionRefused)];
        _requestRate = rate * _requestFaults.Length / faults.Count;
        _refusalRate = rate - _requestRate;
    }

    public bool DrawRefusal()
    {
        lock (_gate)
        {
            return _connections.NextDouble() < _refusalRate;
        }
    }

    public SimulatedFault? Draw()
    {
        lock (_gate)
        {
            return _requests.NextDouble() < _requestRate ? _requestFaults[_requests.Next(_requestFaults.Length)] : null;
        }
    }

    // string.GetHashCode differs from one process to the next.
    private static int StableHash(string text) => text.Aggregate(17, (hash, character) => unchecked((hash * 31) + character));
}
