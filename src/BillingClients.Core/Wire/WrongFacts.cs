using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>Finds the facts of an answer that have the wrong JSON type, by reading each fact alone. Takes linear time.</summary>
/// <param name="options">Knows the contracts of all types in the answer.</param>
internal sealed class WrongFacts(JsonSerializerOptions options)
{
    // Five in each customer of the largest page. Each costs an exception, so a hostile answer takes a fraction of a second.
    private const int Most = 5_000;

    private readonly ArrayBufferWriter<byte> _alone = new();
    private readonly List<Range> _wrong = [];
    private readonly List<(JsonPlace Place, Range Value)> _kept = [];

    /// <summary>Finds the wrong facts.</summary>
    /// <returns>The wrong facts; null if the answer is not an object, or if there are none or too many.</returns>
    /// <exception cref="JsonException">The answer is not JSON.</exception>
    internal static WrongFacts? Find(ReadOnlySpan<byte> json, JsonTypeInfo contract)
    {
        Utf8JsonReader reader = new(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject || contract.Kind != JsonTypeInfoKind.Object)
        {
            return null;
        }

        WrongFacts facts = new(contract.Options);
        facts.ReadObject(ref reader, json, contract, owner: null);
        return facts._wrong.Count is > 0 and <= Most ? facts : null;
    }

    /// <summary>The answer with null in the place of each wrong fact.</summary>
    internal ReadOnlySpan<byte> SetToNull(ReadOnlySpan<byte> json)
    {
        ArrayBufferWriter<byte> repaired = new(json.Length);
        int copied = 0;
        foreach (Range wrong in _wrong)
        {
            repaired.Write(json[copied..wrong.Start.Value]);
            repaired.Write("null"u8);
            copied = wrong.End.Value;
        }

        repaired.Write(json[copied..]);
        return repaired.WrittenSpan;
    }

    /// <summary>Keeps the JSON of each wrong fact with the unknown fields of its object.</summary>
    internal void KeepIn(object answer, ReadOnlySpan<byte> json)
    {
        foreach ((JsonPlace place, Range value) in _kept)
        {
            Utf8JsonReader reader = new(json[value]);
            place.KeepIn(answer, JsonElement.ParseValue(ref reader));
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo type, JsonPlace? owner)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && _wrong.Count <= Most)
        {
            int start = (int)reader.TokenStartIndex;
            JsonPropertyInfo? property = PropertyOf(type, ref reader);
            reader.Read();
            if (property is null)
            {
                reader.Skip();
            }
            else
            {
                ReadFact(ref reader, json, start, new JsonPlace(owner, type, property));
            }
        }
    }

    private void ReadFact(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int start, JsonPlace place)
    {
        JsonTypeInfo? type = place.Property.CustomConverter is null ? ContractOf(place.Property.PropertyType) : null;
        switch ((type?.Kind, reader.TokenType))
        {
            case (JsonTypeInfoKind.Object, JsonTokenType.StartObject):
                ReadObject(ref reader, json, type!, place);
                break;
            case (JsonTypeInfoKind.Enumerable, JsonTokenType.StartArray):
                ReadItems(ref reader, json, type!, place);
                break;
            default:
                JsonTokenType token = reader.TokenType;
                Range value = Skip(ref reader);
                if (IsStructure(type) ? token != JsonTokenType.Null : !CanRead(place.Owner, "{"u8, json[start..value.End.Value], "}"u8))
                {
                    _wrong.Add(value);
                    _kept.Add((place, value));
                }

                break;
        }
    }

    // If an item is wrong, the whole array is kept: an item has no name of its own.
    private void ReadItems(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo list, JsonPlace place)
    {
        int start = (int)reader.TokenStartIndex;
        bool isWrong = false;
        JsonTypeInfo? type = list.Type.IsGenericType ? ContractOf(list.Type.GenericTypeArguments[0]) : null;
        for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray && _wrong.Count <= Most; index++)
        {
            Utf8JsonReader inside = reader;
            Range item = Skip(ref reader);
            if (type is { Kind: JsonTypeInfoKind.Object } && inside.TokenType == JsonTokenType.StartObject)
            {
                if (!CanRead(type, [], json[item], []))
                {
                    ReadObject(ref inside, json, type, place.Item(index));
                }
            }
            else if (IsStructure(type) ? inside.TokenType != JsonTokenType.Null : !CanRead(list, "["u8, json[item], "]"u8))
            {
                _wrong.Add(item);
                isWrong = true;
            }
        }

        if (isWrong)
        {
            _kept.Add((place, start..(int)reader.BytesConsumed));
        }
    }

    // A fact that should be an object or an array and is neither is wrong: there is no need to try to read it.
    private static bool IsStructure(JsonTypeInfo? type) => type?.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Enumerable;

    private JsonTypeInfo? ContractOf(Type type) => options.TryGetTypeInfo(type, out JsonTypeInfo? contract) ? contract : null;

    private bool CanRead(JsonTypeInfo type, ReadOnlySpan<byte> before, ReadOnlySpan<byte> fact, ReadOnlySpan<byte> after)
    {
        _alone.ResetWrittenCount();
        _alone.Write(before);
        _alone.Write(fact);
        _alone.Write(after);
        try
        {
            _ = JsonSerializer.Deserialize(_alone.WrittenSpan, type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Range Skip(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    private static JsonPropertyInfo? PropertyOf(JsonTypeInfo type, ref Utf8JsonReader reader)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (!property.IsExtensionData && reader.ValueTextEquals(property.Name))
            {
                return property;
            }
        }

        return null;
    }
}
