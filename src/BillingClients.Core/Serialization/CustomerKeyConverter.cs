using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>
/// Reads and writes a <see cref="CustomerKey"/> as an object with one property: <c>{"id":"…"}</c> or <c>{"externalId":"…"}</c>, named by the options' naming
/// policy.
/// </summary>
public sealed class CustomerKeyConverter : JsonConverter<CustomerKey>
{
    /// <inheritdoc/>
    public override CustomerKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw NotOne(options);
        }

        string? id = null;
        string? externalId = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string property = reader.GetString()!;
            reader.Read();
            if (IsNamed(property, CustomerKeyKind.Id, options))
            {
                id = reader.GetString();
            }
            else if (IsNamed(property, CustomerKeyKind.ExternalId, options))
            {
                externalId = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return (id, externalId) switch
        {
            (not null, null) => CustomerKey.FromId(id),
            (null, not null) => CustomerKey.FromExternalId(externalId),
            _ => throw NotOne(options),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomerKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WriteString(NameOf(value.Kind, options), value.Value);
        writer.WriteEndObject();
    }

    private static bool IsNamed(string property, CustomerKeyKind kind, JsonSerializerOptions options) => property.Equals(
        NameOf(kind, options), options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static string NameOf(CustomerKeyKind kind, JsonSerializerOptions options)
    {
        string name = kind == CustomerKeyKind.Id ? nameof(CustomerKeyKind.Id) : nameof(CustomerKeyKind.ExternalId);
        return options.PropertyNamingPolicy?.ConvertName(name) ?? name;
    }

    private static JsonException NotOne(JsonSerializerOptions options)
    {
        string id = NameOf(CustomerKeyKind.Id, options);
        string externalId = NameOf(CustomerKeyKind.ExternalId, options);
        return new JsonException($$"""A customer's key is an object with one of two properties, and the other one absent or null. Write {"{{id}}":"…"} or {"{{externalId}}":"…"}.""");
    }
}
