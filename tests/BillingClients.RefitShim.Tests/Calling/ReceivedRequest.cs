using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BillingClients.RefitShim.Tests.Calling;

/// <summary>A request as it came over the wire; the target is not decoded.</summary>
internal sealed record ReceivedRequest(string Method, string Target, Dictionary<string, string> Headers, string Body)
{
    public static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(static each => each.Key, static each => each.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted));
    }
}
