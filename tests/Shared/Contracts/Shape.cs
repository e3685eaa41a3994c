using System.Text.Json;

namespace BillingClients.Tests.Contracts;

/// <summary>What a JSON value has to be. Made for tables that read like the document they are from.</summary>
internal abstract record Shape
{
    internal static Shape Text { get; } = new TextShape();

    /// <summary>A date and time of RFC 3339, which OpenAPI calls <c>date-time</c>.</summary>
    internal static Shape Moment { get; } = new TextShape { IsMoment = true };

    internal static Shape Number { get; } = new NumberShape();

    internal static Shape Integer { get; } = new NumberShape { IsWhole = true };

    internal static Shape Flag { get; } = new KindShape("true or false", JsonValueKind.True, JsonValueKind.False);

    internal static Shape True { get; } = new KindShape("true", JsonValueKind.True);

    internal static Shape False { get; } = new KindShape("false", JsonValueKind.False);

    internal static Shape Null { get; } = new KindShape("null", JsonValueKind.Null);

    internal static Shape Anything { get; } = new AnyShape();

    /// <summary>For items of lists that are always empty so far: write their shape here when one comes.</summary>
    internal static Shape NotInThisContract { get; } = new KindShape("absent (its shape is not in this contract)");

    /// <summary>The shape, or null.</summary>
    internal Shape OrNull => AnyOf(this, Null);

    internal static Shape TextUpTo(int characters) => new TextShape { MaxLength = characters };

    internal static Shape IntegerFrom(int least, int most = int.MaxValue) => new NumberShape { IsWhole = true, Least = least, Most = most };

    /// <summary>An enum.</summary>
    internal static Shape OneOf(params string[] values) => new TextShape { Values = values };

    internal static Shape ListOf(Shape item) => new ListShape(item);

    /// <summary>An object with any names.</summary>
    internal static Shape MapOf(Shape value) => new MapShape(value);

    internal static Shape AnyOf(params Shape[] shapes) => new ChoiceShape(shapes);

    /// <summary>An object with these members and no others.</summary>
    internal static ObjectShape Object(params IReadOnlyList<Member> members) => new(members);

    internal static Member Required(string name, Shape shape) => new(name, shape, IsRequired: true);

    internal static Member Optional(string name, Shape shape) => new(name, shape, IsRequired: false);

    /// <summary>What is wrong with the value, one line each: <c>$.items[0].id: must be text but is a number</c>.</summary>
    internal abstract IEnumerable<string> Violations(JsonElement value, string path);

    private protected static string Wrong(string path, string expected, JsonElement value) => $"{path}: must be {expected} but is {NameOf(value.ValueKind)}";

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
