using System.Text.Json.Serialization;

namespace BillingClients.Wire;

/// <summary>Writes the caller's metadata, which Flex takes as a text.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class FlexTextsJsonContext : JsonSerializerContext;
