using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace BillingClients.Providers;

/// <summary>Creates the client of a Refit interface of the application's own. <see cref="OwnEndpointHandler"/> sends its requests.</summary>
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
                DeserializationExceptionFactory = static (response, exception) => ThrowUnreadableAsync(response, exception),
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

    // What is returned would be dropped where a method returns an IApiResponse.
    private static async ValueTask<Exception?> ThrowUnreadableAsync(HttpResponseMessage response, Exception exception)
    {
        if (exception is OperationCanceledException)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        ProviderCall call = OwnRequest.CallOf(response);
        Exception unreadable = await FailureOfAsync(call, response, exception).ConfigureAwait(false) ?? exception;
        Exception failure = Failures.OfCall(call, unreadable);
        call.Account.Pipeline.Telemetry.FoundUnreadable(call, failure);
        throw failure;
    }

    // A contract may be missing, and a converter of the application may throw anything. A write has been sent all the same.
    private static ValueTask<Exception?> FailureOfAsync(ProviderCall call, HttpResponseMessage response, Exception exception) => exception is JsonException
        ? ProviderApi.UnreadableAsync(call, response, exception)
        : ProviderApi.NotReadByApplicationAsync(call, response, exception);
}
