using System.Text.Json;

namespace BillingClients.Tests.Contracts;

/// <summary>A value of one kind, which says everything about it.</summary>
internal sealed record KindShape(string Name, params JsonValueKind[] Kinds) : Shape
{
    internal override IEnumerable<string> Violations(JsonElement value, string path) => Kinds.Contains(value.ValueKind) ? [] : [Wrong(path, Name, value)];
}
