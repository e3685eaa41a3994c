using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Wire.Tests.Mappings;

/// <summary>A file of stubs in WireMock's JSON format, as far as the files in <c>wiremock/</c> use it.</summary>
/// <remarks>Anything else in a file is an error: a part that is not understood must not make a stub match more than it says.</remarks>
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
