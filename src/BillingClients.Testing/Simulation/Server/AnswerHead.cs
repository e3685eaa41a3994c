using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BillingClients.Testing;

internal static class AnswerHead
{
    public static void Write(HttpResponse response, SimulatedAnswer answer, DateTimeOffset now)
    {
        response.StatusCode = answer.Status;

        // By the clock of the stored time stamps: clients compare the two.
        response.Headers.Date = HeaderUtilities.FormatDate(now);
        response.ContentType = answer.ContentType;
        if (answer.Status is not (204 or 304))
        {
            response.ContentLength = answer.Body.Length;
        }

        if (answer.Headers.Any(static header => header.Key.Equals(HeaderNames.Date, StringComparison.OrdinalIgnoreCase)))
        {
            response.Headers.Remove(HeaderNames.Date);
        }

        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            response.Headers[header.Key] = StringValues.Concat(response.Headers[header.Key], header.Value);
        }
    }
}
