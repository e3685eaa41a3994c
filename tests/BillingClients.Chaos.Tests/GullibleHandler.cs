using System.Text;
using System.Text.Json.Nodes;

namespace BillingClients.Chaos.Tests;

/// <summary>Makes every customer that is found by external id look new and as sent, so that the client's comparison always passes.</summary>
internal sealed class GullibleHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Get || !response.IsSuccessStatusCode || !request.RequestUri!.AbsolutePath.Contains("/external/", StringComparison.Ordinal))
        {
            return response;
        }

        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!body.StartsWith('{') || !body.EndsWith('}'))
        {
            return response;
        }

        JsonNode customer = JsonNode.Parse(body)!;
        string number = ((string)customer["external_id"]!)["crm-".Length..];
        customer["name"] = $"Ada Lovelace{number}";
        customer["email"] = $"ada.{number}@example.com";
        customer["created_at"] = $"{response.Headers.Date:yyyy-MM-ddTHH:mm:ssZ}";
        response.Content = new StringContent(customer.ToJsonString(), Encoding.UTF8, "application/json");
        return response;
    }
}
