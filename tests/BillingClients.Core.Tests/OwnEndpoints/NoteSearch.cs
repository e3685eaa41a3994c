using System.Text.Json.Serialization;

namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>A body that is sent as a form.</summary>
public sealed class NoteSearch
{
    [JsonPropertyName("search_text")]
    public string? Text { get; init; }

    public int Limit { get; init; }
}
