namespace BillingClients.Wire.Tests.Comparison;

/// <summary>One part of a request, or of a result, as it should be and as it is; null where it is not there.</summary>
internal readonly record struct Row(string? Expected, string? Actual, bool IsSame)
{
    internal static Row Of(string? expected, string? actual) => new(expected, actual, expected == actual);
}
