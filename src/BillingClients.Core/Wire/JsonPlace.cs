using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>Where a fact stands in an answer.</summary>
/// <param name="Parent">The place of the object that the fact belongs to; null if that object is the answer itself.</param>
/// <param name="Owner">The type of that object.</param>
/// <param name="Property">The fact.</param>
internal sealed record JsonPlace(JsonPlace? Parent, JsonTypeInfo Owner, JsonPropertyInfo Property)
{
    private int? _index;

    /// <summary>An item of the list at this place.</summary>
    internal JsonPlace Item(int index) => this with { _index = index };

    /// <summary>Keeps the JSON of the fact with the unknown fields of its object, if the object has a place for those.</summary>
    internal void KeepIn(object answer, JsonElement value)
    {
        if (ObjectIn(Parent, answer) is { } owner
            && Owner.Properties.FirstOrDefault(static property => property.IsExtensionData) is { Get: { } get, Set: { } set })
        {
            IDictionary<string, JsonElement> unknown = (IDictionary<string, JsonElement>?)get(owner) ?? new Dictionary<string, JsonElement>();
            unknown[Property.Name] = value;
            set(owner, unknown);
        }
    }

    private static object? ObjectIn(JsonPlace? place, object answer) => place is null ? answer : place.ValueIn(answer);

    // If the JSON has a member twice, the second may have replaced the object that was here.
    private object? ValueIn(object answer)
    {
        object? value = ObjectIn(Parent, answer) is { } owner ? Property.Get!(owner) : null;
        return _index is not { } index ? value
            : value is IList list && index < list.Count ? list[index]
            : null;
    }
}
