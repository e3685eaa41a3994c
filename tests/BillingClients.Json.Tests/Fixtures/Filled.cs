using System.Reflection;
using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients.Json.Tests.Fixtures;

/// <summary>A record with a value in each property. A property that a provider adds is covered, too.</summary>
internal static class Filled
{
    /// <summary>The records that the providers' packages derive, such as all <see cref="ProviderFields"/>.</summary>
    internal static IReadOnlyList<Type> RecordsOf<TBase>(string nameEnd) =>
    [
        .. DiscoveredProvider.Assemblies.SelectMany(static assembly => assembly.GetExportedTypes())
            .Where(type => type.IsSubclassOf(typeof(TBase)) && type.Name.EndsWith(nameEnd, StringComparison.Ordinal)),
    ];

    internal static object Of(Type type)
    {
        object record = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in PropertiesOf(type))
        {
            property.SetValue(record, ValueOf(property.PropertyType, property.Name));
        }

        return record;
    }

    internal static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties().Where(static property => property.CanWrite);

    private static object ValueOf(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => $"{name} of Ada \"Zoë\" 🎉",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 1815L,
            _ when type == typeof(decimal) => 18.15m,
            _ when type == typeof(double) => 18.15,
            _ when type == typeof(WireTimestamp) => new WireTimestamp("1735689600", isNumber: name.Length % 2 == 0),
            _ when type == typeof(JsonElement) => JsonElement.Parse("""{"a":[1,null,"x"]}"""),
            _ when type == typeof(Optional<string?>) => new Optional<string?>(name == "Domain" ? null : $"{name} of Ada"),
            _ when type == typeof(CustomerMetadata) => new CustomerMetadata([new("plan", "gold"), new("empty", "")]),
            _ when type == typeof(IDictionary<string, JsonElement>) => Unknown(),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => ListOf(type.GenericTypeArguments[0], name),
            _ when type.IsClass && type.Namespace!.StartsWith("BillingClients", StringComparison.Ordinal) => Of(type),
            _ => throw new NotSupportedException($"Say what value a property of type {type} gets."),
        };
    }

    // The second of them has the name of the property that holds the record's name.
    private static Dictionary<string, JsonElement> Unknown() =>
        new() { ["since_2027"] = JsonElement.Parse("""[{"deep":1.50}]"""), ["$type"] = JsonElement.Parse("\"theirs\"") };

    private static Array ListOf(Type item, string name)
    {
        Array list = Array.CreateInstance(item, 2);
        list.SetValue(ValueOf(item, name), 0);
        list.SetValue(ValueOf(item, name), 1);
        return list;
    }
}
