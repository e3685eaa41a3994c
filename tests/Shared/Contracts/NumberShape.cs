using System.Globalization;
using System.Text.Json;

namespace BillingClients.Tests.Contracts;

internal sealed record NumberShape : Shape
{
    internal bool IsWhole { get; init; }

    internal int Least { get; init; } = int.MinValue;

    internal int Most { get; init; } = int.MaxValue;

    internal override IEnumerable<string> Violations(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return [Wrong(path, IsWhole ? "a whole number" : "a number", value)];
        }

        double number = value.GetDouble();
        return IsWhole && number != Math.Floor(number) ? [$"{path}: must be a whole number"]
            : Least != int.MinValue && number < Least ? [string.Create(CultureInfo.InvariantCulture, $"{path}: must be at least {Least}")]
            : Most != int.MaxValue && number > Most ? [string.Create(CultureInfo.InvariantCulture, $"{path}: must be at most {Most}")]
            : [];
    }
}
