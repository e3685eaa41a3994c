using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>A harness for clients in memory. Each client has customers of its own.</summary>
public abstract class InMemoryHarness(CustomerCapabilities capabilities) : CustomerClientHarness
{
    private readonly List<FakeCustomerClient> _clients = [];

    public override int? RequestCount => _clients.Sum(client => client.Calls.Count);

    public override int? CustomerCount => _clients.Sum(client => client.Customers.Count);

    public override ICustomerClient CreateClient(UnsupportedFields unsupportedFields = UnsupportedFields.Throw)
    {
        FakeCustomerClient client = new(capabilities, unsupportedFields);
        _clients.Add(client);
        return Wrap(client);
    }

    public override HeldRequest? HoldNextRequest()
    {
        HeldRequest held = new();
        foreach (FakeCustomerClient client in _clients)
        {
            client.OnCall = async (_, cancellationToken) => await held.HoldAsync(cancellationToken);
        }

        return held;
    }

    protected virtual ICustomerClient Wrap(FakeCustomerClient client) => client;
}
