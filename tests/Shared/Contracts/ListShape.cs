using System.Text.Json;

namespace BillingClients.Tests.Contracts;

internal sealed record ListShape(Shape Item) : Shape
{
    internal override IEnumerable<string> Violations(JsonElement value, string path) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().SelectMany((item, index) => Item.Violations(item, $"{path}[{index}]"))
        : [Wrong(path, "a list", value)];
}
