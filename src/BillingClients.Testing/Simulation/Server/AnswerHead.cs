using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace BillingClients.Testing;

internal static class AnswerHead
{
    public static void Write(HttpResponse response, SimulatedAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Status is not (204 or 304))
        {
            response.ContentLength = answer.Body.Length;
        }

        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            response.Headers[header.Key] = StringValues.Concat(response.Headers[header.Key], header.Value);
        }
    }
}
