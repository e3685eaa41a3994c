using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests;

public sealed record RawAnswer(int Status, string Text, string? ContentType, IDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public static async Task<RawAnswer> ReadAsync(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers[header.Key] = header.Value.ToString();
        }

        return new RawAnswer((int)response.StatusCode, text, headers.GetValueOrDefault("Content-Type"), headers);
    }
}
