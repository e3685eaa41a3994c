using BillingClients.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Wire.Tests.Stages;

/// <summary>Plays a scenario against the simulator, and keeps what was sent and answered.</summary>
internal sealed class SimulatorStage(ProviderSimulator simulator, SimulatedProvider provider, FakeTimeProvider clock, ICustomerClient client)
    : Stage(provider.Name, client)
{
    private readonly List<Exchange> _exchanges = [];

    internal IReadOnlyList<Exchange> Exchanges => _exchanges;

    internal override void Meanwhile(Action<ProviderSimulator> change) => change(simulator);

    protected override void Check(PlayedCall call)
    {
        JournalEntry[] requests = [.. provider.Requests.Skip(_exchanges.Count)];
        bool isAnswered = requests.Length > 0 && requests[^1].Status == call.Status;
        bool isObjected = call.Status < 400 && requests.Any(static request => request.Objection is not null);
        if (!isAnswered || isObjected)
        {
            throw new InvalidOperationException(
                $"\"{call.StubName}\": expected status {call.Status} and no objection from the simulator. Correct the client or the scenario.\n"
                + string.Join('\n', requests.Select(static request => $"  {request}")),
                call.Outcome.Failure);
        }

        _exchanges.AddRange(requests.Select((request, index) => new Exchange(call, call.StubNameOf(index, requests.Length), request)));

        // Every call at a time of its own, so that time stamps tell the calls apart.
        clock.Advance(TimeSpan.FromMinutes(1));
    }
}
