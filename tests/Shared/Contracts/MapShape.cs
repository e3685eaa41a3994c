using System.Text.Json;

namespace BillingClients.Tests.Contracts;

internal sealed record MapShape(Shape Value) : Shape
{
    internal override IEnumerable<string> Violations(JsonElement value, string path) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().SelectMany(member => Value.Violations(member.Value, $"{path}.{member.Name}"))
        : [Wrong(path, "an object", value)];
}
