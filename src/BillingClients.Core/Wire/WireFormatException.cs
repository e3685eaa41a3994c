namespace BillingClients.Providers;

/// <summary>
/// A fact that a provider promises is not in its answer, or cannot be used. Thrown by mappings; the pipeline makes an <see cref="UnreadableResponseException"/>
/// of it.
/// </summary>
public sealed class WireFormatException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="field">The field, in the provider's words.</param>
    public WireFormatException(string field)
        : base($"The field '{field}' is missing, or cannot be used.") => Field = field;

    /// <summary>The field, in the provider's words.</summary>
    public string Field { get; }

    /// <summary>The value, or the exception when there is none.</summary>
    /// <param name="value">What was read.</param>
    /// <param name="field">The field, in the provider's words.</param>
    /// <exception cref="WireFormatException"><paramref name="value"/> is null or empty.</exception>
    public static string Require(string? value, string field) => string.IsNullOrEmpty(value) ? throw new WireFormatException(field) : value;

    /// <summary>The identifier, or the exception when there is none that a path can carry: the next request would go elsewhere.</summary>
    /// <param name="value">What was read.</param>
    /// <param name="field">The field, in the provider's words.</param>
    /// <exception cref="WireFormatException"><paramref name="value"/> is null, empty, a dot or two, too long, or no text.</exception>
    public static string RequireKey(string? value, string field) =>
        value is null || TextCheck.CheckKey(value) is not null ? throw new WireFormatException(field) : value;

    /// <inheritdoc cref="Require(string?, string)"/>
    public static T Require<T>(T? value, string field)
        where T : class => value ?? throw new WireFormatException(field);
}
