using BillingClients.Wire.Tests.Mappings;
using WireMock.Server;
using WireMock.Settings;

namespace BillingClients.Wire.Tests.Stages;

/// <summary>WireMock.Net on a free loopback port, with stubs.</summary>
internal static class StubServer
{
    internal static WireMockServer Start(IReadOnlyList<Mapping> stubs)
    {
        // Port 0: the system gives the port when it is bound. WireMock.Net's own choice of a free port can be taken by then.
        WireMockServer server = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"], AllowBodyForAllHttpMethods = true });
        server.Load(new MappingFile(stubs));
        return server;
    }
}
