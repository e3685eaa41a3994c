using BillingClients.Testing;
using BillingClients.Wire.Tests.Comparison;
using BillingClients.Wire.Tests.Mappings;
using WireMock.Logging;
using WireMock.Server;

namespace BillingClients.Wire.Tests.Stages;

/// <summary>Plays a scenario against WireMock.Net, and fails at the first request that is not that of its stub.</summary>
internal sealed class WireMockStage(string provider, WireMockServer server, IReadOnlyList<Mapping> stubs, ICustomerClient client) : Stage(provider, client)
{
    private readonly HashSet<string> _used = [];
    private int _seen;

    internal IEnumerable<Mapping> Unused => stubs.Where(stub => !_used.Contains(stub.Name));

    internal override void Meanwhile(Action<ProviderSimulator> change)
    {
    }

    protected override void Check(PlayedCall call)
    {
        Mapping[] expected = [.. stubs.Where(stub => call.HasStub(stub.Name))];
        ILogEntry[] log = [.. server.LogEntries.Skip(_seen)];
        _seen += log.Length;
        foreach ((ILogEntry entry, Mapping? stub) in log.Select((entry, index) => (entry, expected.ElementAtOrDefault(index))))
        {
            SentRequest sent = SentRequest.Of(entry);
            bool isAsExpected = stub is not null && sent.AnsweredBy == stub.Name && RequestComparison.Of(stub.Request, sent).All(static row => row.IsSame);
            if (!isAsExpected)
            {
                Assert.Fail(FailureReport.Of(sent, stub is null ? stubs : [stub]));
            }

            _used.Add(stub!.Name);
        }

        if (log.Length != expected.Length)
        {
            Assert.Fail(FailureReport.OfCount(call.StubName, expected, log.Length));
        }
    }
}
