using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>A registered record of a provider.</summary>
/// <param name="Name">Its name in JSON: the provider's name, a dot, and the record's.</param>
/// <param name="Type">Its CLR type.</param>
/// <param name="Operations">The operations that take it; none for an answer.</param>
internal abstract record ProviderRecord(string Name, Type Type, IReadOnlyList<OperationKind> Operations)
{
    /// <summary>Whether a name is that of a provider's record. A name in the wrong case counts as a mistake, not as another provider's.</summary>
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
    internal override object Read(IEnumerable<KeyValuePair<string, JsonElement>> properties)
    {
        ReadOnlySpan<byte> json = RecordJson.ToObject(properties);

        // An answer may hold facts of the wrong type, which are kept. What an application wrote has to be right.
        return (typeof(T).IsSubclassOf(typeof(ProviderData)) ? LenientJson.Read(json, Contract()) : JsonSerializer.Deserialize(json, Contract()))!;
    }

    internal override void Write(Utf8JsonWriter writer, object value)
    {
        JsonTypeInfo<T> contract = Contract();
        Utf8JsonReader json = new(new BodyWriter(contract.Options).Write((T)value, contract));
        RecordJson.Write(writer, Name, JsonElement.ParseValue(ref json).EnumerateObject().Select(static property => KeyValuePair.Create(property.Name, property.Value)));
    }
}
