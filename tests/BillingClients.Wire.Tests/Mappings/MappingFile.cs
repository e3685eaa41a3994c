using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Wire.Tests.Mappings;

/// <summary>A file of stubs in WireMock's JSON format, as far as the files in <c>wiremock/</c> use it.</summary>
/// <remarks>Unknown members are an error: ignoring one could make a stub match too much.</remarks>
public sealed record MappingFile(IReadOnlyList<Mapping> Mappings)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Reads a file's text.</summary>
    public static MappingFile Parse(string json) => JsonSerializer.Deserialize<MappingFile>(json, Format)!;

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";
}
