using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>A registered record of a provider.</summary>
/// <param name="Name">Its name in JSON: the provider's name, a dot, and the record's.</param>
/// <param name="Type">Its CLR type.</param>
/// <param name="Operations">The operations that take it; empty for an answer.</param>
internal abstract record ProviderRecord(string Name, Type Type, IReadOnlyList<OperationKind> Operations)
{
    /// <summary>Whether a name belongs to a provider. A name in the wrong case does, too, so that it is refused and not ignored.</summary>
    internal static bool IsNameOf(ProviderDescriptor provider, string name) =>
        name.Length > provider.Name.Length && name[provider.Name.Length] == '.' && name.StartsWith(provider.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads it by the provider's own contract.</summary>
    /// <exception cref="JsonException">The properties do not fit the contract.</exception>
    internal abstract object Read(IEnumerable<KeyValuePair<string, JsonElement>> properties);

    /// <summary>Writes it by the provider's own contract, after its name.</summary>
    internal abstract void Write(Utf8JsonWriter writer, object value);
}

/// <inheritdoc cref="ProviderRecord"/>
internal sealed record ProviderRecord<T>(string Name, Func<JsonTypeInfo<T>> Contract, IReadOnlyList<OperationKind> Operations)
    : ProviderRecord(Name, typeof(T), Operations)
    where T : class
{
    private readonly Lazy<JsonTypeInfo<T>> _contract = new(() => ForModels(Contract()));

    private static bool IsAnswer => typeof(T).IsSubclassOf(typeof(ProviderData));

    internal override object Read(IEnumerable<KeyValuePair<string, JsonElement>> properties)
    {
        ReadOnlySpan<byte> json = RecordJson.ToObject(properties);

        // An answer may have values of the wrong type, which are kept. JSON that an application wrote is read strictly.
        return (IsAnswer ? LenientJson.Read(json, _contract.Value) : JsonSerializer.Deserialize(json, _contract.Value))!;
    }

    internal override void Write(Utf8JsonWriter writer, object value)
    {
        JsonTypeInfo<T> contract = _contract.Value;
        Utf8JsonReader json = new(new BodyWriter(contract.Options).Write((T)value, contract));
        RecordJson.Write(writer, Name, JsonElement.ParseValue(ref json).EnumerateObject().Select(static property => KeyValuePair.Create(property.Name, property.Value)));
    }

    // An unknown property of an answer is kept. One that an application wrote would be lost without a word.
    private static JsonTypeInfo<T> ForModels(JsonTypeInfo<T> contract) => (JsonTypeInfo<T>)new JsonSerializerOptions(contract.Options)
    {
        Converters = { new KeptJsonConverter() },
        UnmappedMemberHandling = IsAnswer ? JsonUnmappedMemberHandling.Skip : JsonUnmappedMemberHandling.Disallow,
    }.GetTypeInfo(typeof(T));
}
