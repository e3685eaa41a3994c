namespace BillingClients.Testing;

/// <summary>
/// Draws faults for one account of a provider. Faults of connections are drawn when a client connects, all others when a request comes in, each from a sequence of its own.
/// </summary>
internal sealed class FaultDistribution
{
    private readonly object _gate = new();
    private readonly Random _connectionRandom;
    private readonly Random _requestRandom;
    private readonly SimulatedFault[] _connectionFaults;
    private readonly SimulatedFault[] _requestFaults;
    private readonly double _ratePerFault;

    public FaultDistribution(double rate, int seed, string account, IReadOnlyList<SimulatedFault> faults)
    {
        int providerSeed = seed ^ StableHash.Of(account);
        _connectionRandom = new Random(~providerSeed);
        _requestRandom = new Random(providerSeed);
        _connectionFaults = [.. faults.Where(static fault => fault.IsInConnection)];
        _requestFaults = [.. faults.Where(static fault => !fault.IsInConnection)];
        _ratePerFault = rate / faults.Count;
    }

    public SimulatedFault? DrawForConnection() => Draw(_connectionRandom, _connectionFaults);

    public SimulatedFault? DrawForRequest() => Draw(_requestRandom, _requestFaults);

    private SimulatedFault? Draw(Random random, SimulatedFault[] faults)
    {
        lock (_gate)
        {
            return random.NextDouble() < _ratePerFault * faults.Length ? faults[random.Next(faults.Length)] : null;
        }
    }
}
