using System.Text.Json;

namespace BillingClients.Tests.Contracts;

internal sealed record ObjectShape(IReadOnlyList<Member> Members) : Shape
{
    internal override IEnumerable<string> Violations(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [Wrong(path, "an object", value)];
        }

        IEnumerable<string> missing = Members.Where(member => member.IsRequired && !value.TryGetProperty(member.Name, out _))
            .Select(member => $"{path}.{member.Name}: is required but missing");
        IEnumerable<string> repeated = value.EnumerateObject().CountBy(static member => member.Name).Where(static count => count.Value > 1)
            .Select(count => $"{path}.{count.Key}: appears {count.Value} times");
        return [.. missing, .. repeated, .. value.EnumerateObject().SelectMany(member => Violations(member, path))];
    }

    /// <summary>The object with more members.</summary>
    internal ObjectShape With(params IReadOnlyList<Member> more) => new([.. Members, .. more]);

    private IEnumerable<string> Violations(JsonProperty member, string path) =>
        Members.FirstOrDefault(known => known.Name == member.Name) is { } known
            ? known.Shape.Violations(member.Value, $"{path}.{member.Name}")
            : [$"{path}.{member.Name}: is not documented"];
}
