using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>Makes an instance of any type with a text in each field that can hold one, past its constructors.</summary>
/// <param name="textFor">The text for a field; the one for what is not in a field of these assemblies gets null.</param>
public sealed class Filled(Func<FieldInfo, string> textFor)
{
    private const int Deepest = 3;

    /// <summary>How many texts were put in.</summary>
    public int Count { get; private set; }

    /// <summary>The instance.</summary>
    public object New(Type type) => New(type, 0);

    private object New(Type type, int depth)
    {
        object made = RuntimeHelpers.GetUninitializedObject(type);
        for (Type? declaring = type; declaring is not null && ShippedTypes.Assemblies.Contains(declaring.Assembly); declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                field.SetValue(made, Value(field, field.FieldType, depth) ?? field.GetValue(made));
            }
        }

        return made;
    }

    private object? Value(FieldInfo field, Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(object))
        {
            return Text(field);
        }

        if (type == typeof(Uri))
        {
            return new Uri($"https://host.example/{Uri.EscapeDataString(Text(field))}");
        }

        if (type == typeof(byte[]))
        {
            return Encoding.UTF8.GetBytes(Text(field));
        }

        if (type == typeof(JsonElement))
        {
            return Json(field);
        }

        return DictionaryOf(field, type) ?? ListOf(field, type, depth) ?? (ShippedTypes.HasInstances(type) && depth < Deepest ? New(type, depth + 1) : null);
    }

    private object? DictionaryOf(FieldInfo field, Type type)
    {
        object? map = type.IsAssignableFrom(typeof(Dictionary<string, string>)) ? new Dictionary<string, string> { [Text(field)] = Text(field) }
            : type.IsAssignableFrom(typeof(Dictionary<string, JsonElement>)) ? new Dictionary<string, JsonElement> { [Text(field)] = Json(field) }
            : null;
        return map ?? (type == typeof(KeyValuePair<string, string>) ? KeyValuePair.Create(Text(field), Text(field)) : null);
    }

    // An array is every kind of list that a field here is declared as, but List<T>.
    private Array? ListOf(FieldInfo field, Type type, int depth)
    {
        Type? element = type.IsArray ? type.GetElementType()
            : type.IsInterface && type.IsGenericType && type.GetGenericArguments() is [Type only] ? only
            : null;
        if (element is null || !type.IsAssignableFrom(element.MakeArrayType()) || Value(field, element, depth) is not { } item)
        {
            return null;
        }

        Array list = Array.CreateInstance(element, 1);
        list.SetValue(item, 0);
        return list;
    }

    private JsonElement Json(FieldInfo field) => JsonSerializer.SerializeToElement(Text(field));

    private string Text(FieldInfo field)
    {
        Count++;
        return textFor(field);
    }
}
