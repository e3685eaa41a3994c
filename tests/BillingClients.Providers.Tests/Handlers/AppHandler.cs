namespace BillingClients.Providers.Tests.Handlers;

/// <summary>A handler of an application: a function around the rest of the handlers.</summary>
internal sealed class AppHandler(
    Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> handle) : DelegatingHandler
{
    /// <summary>Sends every request again, once, when it failed or was answered with a server error: what a retry policy does.</summary>
    public static AppHandler Retry() => new(static async (_, send, _) =>
    {
        try
        {
            HttpResponseMessage answer = await send();
            return (int)answer.StatusCode < 500 ? answer : await send();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return await send();
        }
    });

    /// <summary>Logs each body before it is sent, as many applications do.</summary>
    public static AppHandler BodyLog() => new(static async (request, send, token) =>
    {
        _ = request.Content is null ? "" : await request.Content.ReadAsStringAsync(token);
        return await send();
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        handle(request, () => base.SendAsync(request, cancellationToken), cancellationToken);
}
