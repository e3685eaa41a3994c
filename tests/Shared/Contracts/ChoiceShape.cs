using System.Text.Json;

namespace BillingClients.Tests.Contracts;

/// <summary>One of several shapes. When the value has none of them, the violations are those of the shape that it comes nearest to.</summary>
internal sealed record ChoiceShape(IReadOnlyList<Shape> Shapes) : Shape
{
    internal override IEnumerable<string> Violations(JsonElement value, string path) =>
        Shapes.Select(shape => shape.Violations(value, path).ToList()).MinBy(static violations => violations.Count)!;
}
