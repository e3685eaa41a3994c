namespace BillingClients.Wire.Tests.Comparison;

/// <summary>A value of a JSON text.</summary>
internal readonly record struct JsonLine(string Path, string Value)
{
    public override string ToString() => $"{Path}: {Value}";
}
