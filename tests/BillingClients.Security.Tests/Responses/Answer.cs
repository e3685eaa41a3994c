namespace BillingClients.Security.Tests.Responses;

/// <summary>An answer of a provider.</summary>
internal sealed record Answer(int Status, string? ContentType, byte[] Body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        HttpResponseMessage response = new((System.Net.HttpStatusCode)Status) { RequestMessage = request, Content = new ByteArrayContent(Body) };
        foreach ((string name, string value) in Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        if (ContentType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return response;
    }
}
