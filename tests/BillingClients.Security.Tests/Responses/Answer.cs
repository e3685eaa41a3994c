namespace BillingClients.Security.Tests.Responses;

/// <summary>An answer of a provider.</summary>
internal sealed record Answer(int Status, string? ContentType, byte[] Body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Makes the content of the body: how it arrives.</summary>
    public Func<byte[], HttpContent> Arriving { get; init; } = static body => new ByteArrayContent(body);

    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        HttpResponseMessage response = new((System.Net.HttpStatusCode)Status) { RequestMessage = request, Content = Arriving(Body) };
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
