using Refit;

namespace BillingClients.RefitShim.Tests.Calling;

/// <summary>Makes generated clients the way an adapter does.</summary>
internal static class Api
{
    public static RefitSettings Settings() => new(new SystemTextJsonContentSerializer(ThingJson.Default.Options));

    public static IThingApi For(LoopbackServer server, RefitSettings? settings = null) => For(server.Address, settings);

    public static IThingApi For(Uri address, RefitSettings? settings = null, DelegatingHandler? handler = null)
    {
        HttpMessageHandler inner = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (handler is not null)
        {
            handler.InnerHandler = inner;
            inner = handler;
        }

        return RestService.For<IThingApi>(new HttpClient(inner) { BaseAddress = address }, settings ?? Settings());
    }
}
