using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BillingClients.Tests.Contracts;

internal sealed partial record TextShape : Shape
{
    /// <summary>The only values that are allowed; null for any.</summary>
    internal IReadOnlyList<string>? Values { get; init; }

    /// <summary>In characters, as JSON Schema counts them.</summary>
    internal int MaxLength { get; init; } = int.MaxValue;

    internal bool IsMoment { get; init; }

    internal override IEnumerable<string> Violations(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return [Wrong(path, "text", value)];
        }

        string text = value.GetString()!;
        return Values?.Contains(text, StringComparer.Ordinal) == false ? [$"{path}: must be one of {string.Join(", ", Values)} but is \"{text}\""]
            : text.EnumerateRunes().Count() > MaxLength ? [string.Create(CultureInfo.InvariantCulture, $"{path}: must have at most {MaxLength} characters")]
            : IsMoment && !Rfc3339().IsMatch(text) ? [$"{path}: must be a date and time of RFC 3339 but is \"{text}\""]
            : [];
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
