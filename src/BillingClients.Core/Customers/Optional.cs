using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace BillingClients;

/// <summary>A property of an update: unset (leave it), or set to a value, which may be null (clear it).</summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <remarks>
/// A value converts implicitly: <c>new CustomerUpdate { Name = "Ada", Phone = null }</c> changes the name, clears the phone and leaves the rest. A variable
/// that is null clears, too; use <see cref="Optional.IfNotNull{T}(T)"/> to leave the property unset then. In JSON, an absent property is unset.
/// </remarks>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Unset and Null are values of the type, as a constant is.")]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>Sets a value.</summary>
    /// <param name="value">The value; null clears.</param>
    public Optional(T value)
    {
        _value = value;
        IsSet = true;
    }

    /// <summary>Leaves the field as it is; the same as <c>default</c>.</summary>
    public static Optional<T> Unset => default;

    /// <summary>Clears the field.</summary>
    /// <exception cref="InvalidOperationException"><typeparamref name="T"/> cannot be null.</exception>
    public static Optional<T> Null => default(T) is null ? new(default!) : throw new InvalidOperationException($"{typeof(T).Name} cannot be null.");

    /// <summary>True when a value was given, be it null.</summary>
    public bool IsSet { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">No value was given.</exception>
    public T Value => IsSet ? _value : throw new InvalidOperationException("This property is unset. Check IsSet before you read Value.");

    /// <summary>True when set to null.</summary>
    public bool IsNull => IsSet && _value is null;

    /// <summary>Sets a value.</summary>
    /// <param name="value">The value; null clears.</param>
    public static Optional<T> Of(T value) => new(value);

    /// <summary>The value, or <paramref name="fallback"/> when unset.</summary>
    public T ValueOr(T fallback) => IsSet ? _value : fallback;

    /// <summary>True when both are unset, or both are set to equal values.</summary>
    public bool Equals(Optional<T> other) => IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, _value);

    /// <summary>Whether it is set, never the value.</summary>
    public override string ToString() => IsSet ? (_value is null ? "null" : "set") : "unset";

    /// <summary>Sets a value.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>True when both are unset, or both are set to equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>True when they differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}

/// <summary>Makes an <see cref="Optional{T}"/> from a value.</summary>
public static class Optional
{
    /// <summary>Sets a value.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="value">The value; null clears.</param>
    public static Optional<T> Of<T>(T value) => new(value);

    /// <summary>Sets a value if there is one. Null leaves the field as it is and never clears it.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="value">The value; null for unset.</param>
    public static Optional<T?> IfNotNull<T>(T? value)
        where T : class => value is null ? default : new Optional<T?>(value);

    /// <inheritdoc cref="IfNotNull{T}(T)"/>
    public static Optional<T?> IfNotNull<T>(T? value)
        where T : struct => value is null ? default : new Optional<T?>(value);
}
