using System.Diagnostics;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>Addresses one customer: by the provider's id or by your external id.</summary>
/// <remarks>
/// A value that cannot be sent safely (empty, <c>.</c>, <c>..</c>, or with control characters) is refused by the client's operations with a
/// <see cref="BillingValidationException"/>. <c>default</c> holds no value and is refused in the same way.
/// </remarks>
[JsonConverter(typeof(CustomerKeyConverter))]
[DebuggerDisplay("{Kind}")]
public readonly struct CustomerKey : IEquatable<CustomerKey>
{
    private readonly string? _value;

    private CustomerKey(CustomerKeyKind kind, string value)
    {
        Kind = kind;
        _value = value;
    }

    /// <summary>Whose identifier this is.</summary>
    public CustomerKeyKind Kind { get; }

    /// <summary>The identifier; empty in <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Addresses a customer by the provider's own id.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static CustomerKey FromId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new CustomerKey(CustomerKeyKind.Id, id);
    }

    /// <summary>Addresses a customer by the identifier that your application gave it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="externalId"/> is null.</exception>
    public static CustomerKey FromExternalId(string externalId)
    {
        ArgumentNullException.ThrowIfNull(externalId);
        return new CustomerKey(CustomerKeyKind.ExternalId, externalId);
    }

    /// <summary>True when kind and value are the same, compared ordinally.</summary>
    public bool Equals(CustomerKey other) => Kind == other.Kind && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CustomerKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Value);

    /// <summary>The kind only: an external id is often an e-mail address, and this text ends up in logs.</summary>
    public override string ToString() => Kind.ToString();

    /// <summary>True when kind and value are the same.</summary>
    public static bool operator ==(CustomerKey left, CustomerKey right) => left.Equals(right);

    /// <summary>True when kind or value differ.</summary>
    public static bool operator !=(CustomerKey left, CustomerKey right) => !left.Equals(right);
}
