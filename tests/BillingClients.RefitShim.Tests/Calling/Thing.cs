using System.Text.Json.Serialization;

namespace BillingClients.RefitShim.Tests.Calling;

internal sealed record Thing(
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("size"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Size = null);
