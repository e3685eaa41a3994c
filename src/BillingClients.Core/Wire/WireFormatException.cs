namespace BillingClients.Providers;

/// <summary>A fact that a provider promises is not in its answer. Thrown by mappings; the pipeline makes an <see cref="UnreadableResponseException"/> of it.</summary>
public sealed class WireFormatException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="field">The field, in the provider's words.</param>
    public WireFormatException(string field)
        : base($"The field '{field}' is missing.") => Field = field;

    /// <summary>The field, in the provider's words.</summary>
    public string Field { get; }

    /// <summary>The value, or the exception when there is none.</summary>
    /// <param name="value">What was read.</param>
    /// <param name="field">The field, in the provider's words.</param>
    /// <exception cref="WireFormatException"><paramref name="value"/> is null or empty.</exception>
    public static string Require(string? value, string field) => string.IsNullOrEmpty(value) ? throw new WireFormatException(field) : value;

    /// <inheritdoc cref="Require(string?, string)"/>
    public static T Require<T>(T? value, string field)
        where T : class => value ?? throw new WireFormatException(field);
}
