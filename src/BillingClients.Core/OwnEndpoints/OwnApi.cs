using System.Text.Json.Serialization;
using Refit;

namespace BillingClients.Providers;

/// <summary>Creates the client of a Refit interface of the application's own. Each of its requests is a call of the account.</summary>
internal static class OwnApi
{
    internal static TApi Create<TApi>(ProviderAccount account, JsonSerializerContext json, Func<ErrorResponse, ProviderError> readError)
        where TApi : class
    {
        HttpClient client = new(new OwnEndpointHandler(account, readError))
        {
            BaseAddress = account.HttpClient.BaseAddress,

            // The pipeline's time limits apply.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        try
        {
            return RestService.ForGenerated<TApi>(client, new RefitSettings(new JsonBodySerializer(json.Options, isLenient: false))
            {
                RequestBodySerialization = RequestBodySerializationMode.Buffered,

                // The handler has thrown already, so that the pipeline could retry.
                ExceptionFactory = static _ => default,
                DeserializationExceptionFactory = static (response, exception) => UnreadableAsync(response, exception),
                TransportExceptionFactory = static (_, exception, _) => exception,
            });
        }
        catch (InvalidOperationException failure)
        {
            throw new InvalidOperationException(
                $"Refit has generated no client for {typeof(TApi).Name}. Reference the package Refit in the project that declares the interface, because its source"
                + " generator is not passed on by other packages, and give each method an attribute such as [Get(\"/path\")].",
                failure);
        }
    }

    private static async ValueTask<Exception?> UnreadableAsync(HttpResponseMessage response, Exception exception)
    {
        ProviderCall call = OwnRequest.CallOf(response);
        Exception failure = Failures.OfCall(call, await ProviderApi.UnreadableAsync(call, response, exception).ConfigureAwait(false) ?? exception);
        call.Account.Pipeline.Telemetry.FoundUnreadable(call, failure);
        return failure;
    }
}
