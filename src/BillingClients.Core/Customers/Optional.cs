namespace BillingClients;

/// <summary>Makes an <see cref="Optional{T}"/> of values.</summary>
public static class Optional
{
    /// <summary>Sets a value.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="value">The value; null clears.</param>
    public static Optional<T> Of<T>(T value) => new(value);

    /// <summary>Sets a value when there is one: null leaves the property as it is, and never clears it.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="value">The value; null for unset.</param>
    public static Optional<T?> IfNotNull<T>(T? value)
        where T : class => value is null ? default : new Optional<T?>(value);

    /// <inheritdoc cref="IfNotNull{T}(T)"/>
    public static Optional<T?> IfNotNull<T>(T? value)
        where T : struct => value is null ? default : new Optional<T?>(value);
}
