using System.Diagnostics;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>Whether a customer is in use. An open enumeration: a word of the provider that is not listed here is kept as it came.</summary>
/// <remarks>Compared ordinally and without case. <c>default</c> means that the provider does not say.</remarks>
[JsonConverter(typeof(CustomerStatusConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct CustomerStatus : IEquatable<CustomerStatus>
{
    /// <summary>Wraps a provider's word.</summary>
    /// <param name="value">The word; null or empty for "the provider does not say".</param>
    public CustomerStatus(string? value) => Value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>In use.</summary>
    public static CustomerStatus Active { get; } = new("active");

    /// <summary>Known, but not in use.</summary>
    public static CustomerStatus Inactive { get; } = new("inactive");

    /// <summary>Put away; it takes no new subscriptions.</summary>
    public static CustomerStatus Archived { get; } = new("archived");

    /// <summary>Deleted, but still shown.</summary>
    public static CustomerStatus Deleted { get; } = new("deleted");

    /// <summary>The word; null when the provider does not say.</summary>
    public string? Value { get; }

    /// <summary>True when the words are the same but for case.</summary>
    public bool Equals(CustomerStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CustomerStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The word in one line, with control characters and invisible characters escaped; or an empty text.</summary>
    public override string ToString() => Value is null ? string.Empty : LogText.OneLine(Value);

    /// <summary>True when the words are the same but for case.</summary>
    public static bool operator ==(CustomerStatus left, CustomerStatus right) => left.Equals(right);

    /// <summary>True when the words differ.</summary>
    public static bool operator !=(CustomerStatus left, CustomerStatus right) => !left.Equals(right);
}
