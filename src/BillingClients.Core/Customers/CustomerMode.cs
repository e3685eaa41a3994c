using System.Diagnostics;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Whether a customer belongs to live or to test data. An open enumeration: a word of the provider that is not listed here is kept as it came.
/// </summary>
/// <remarks>Compared ordinally and without case. <c>default</c> means that the provider does not say.</remarks>
[JsonConverter(typeof(CustomerModeConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct CustomerMode : IEquatable<CustomerMode>
{
    /// <summary>Wraps a provider's word.</summary>
    /// <param name="value">The word; null or empty for "the provider does not say".</param>
    public CustomerMode(string? value) => Value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Real money.</summary>
    public static CustomerMode Live { get; } = new("live");

    /// <summary>The provider's test data.</summary>
    public static CustomerMode Test { get; } = new("test");

    /// <summary>The word; null when the provider does not say.</summary>
    public string? Value { get; }

    /// <summary>True when the words are the same but for case.</summary>
    public bool Equals(CustomerMode other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CustomerMode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The word in one line, with control characters and invisible characters escaped; or an empty text.</summary>
    public override string ToString() => Value is null ? string.Empty : LogText.OneLine(Value);

    /// <summary>True when the words are the same but for case.</summary>
    public static bool operator ==(CustomerMode left, CustomerMode right) => left.Equals(right);

    /// <summary>True when the words differ.</summary>
    public static bool operator !=(CustomerMode left, CustomerMode right) => !left.Equals(right);
}
