using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace BillingClients.Providers;

/// <summary>
/// Puts this library's handlers around and inside of those that the application has added to a client. Registered first, so that it runs last: nothing that
/// the application adds stands between the API key and the connection.
/// </summary>
/// <param name="httpClientName">The client's name at <see cref="IHttpClientFactory"/>.</param>
/// <param name="createKeyHandler">Makes the innermost handler.</param>
internal sealed class ProviderHandlers(string httpClientName, Func<ApiKeyHandler> createKeyHandler) : IHttpMessageHandlerBuilderFilter
{
    /// <inheritdoc/>
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name == httpClientName)
        {
            Add(builder);
        }
    };

    private void Add(HttpMessageHandlerBuilder builder)
    {
        ProviderHttp.Harden(builder.PrimaryHandler);
        if (builder.AdditionalHandlers.Count > 0 || builder.PrimaryHandler is not SocketsHttpHandler)
        {
            builder.AdditionalHandlers.Insert(0, new HandlerFailureHandler());
        }

        builder.AdditionalHandlers.Add(new ResponseHandler());
        builder.AdditionalHandlers.Add(createKeyHandler());
    }
}
