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

    private WireFormatException(string field, string problem)
        : base(problem) => (Field, Problem) = (field, problem);

    /// <summary>The field, in the provider's words.</summary>
    public string Field { get; }

    /// <summary>What is wrong, as the end of a sentence that begins with the provider.</summary>
    internal string Problem { get; } = "a required field is missing or cannot be used; see Field";

    /// <summary>The value, or the exception when there is none.</summary>
    /// <param name="value">What was read.</param>
    /// <param name="field">The field, in the provider's words.</param>
    /// <exception cref="WireFormatException"><paramref name="value"/> is null or empty.</exception>
    public static string Require(string? value, string field) => string.IsNullOrEmpty(value) ? throw new WireFormatException(field) : value;

    /// <summary>
    /// The identifier. Throws if it is missing, if it cannot be part of a path (the next request would go elsewhere), or if it would break a line of a log.
    /// </summary>
    /// <param name="value">What was read.</param>
    /// <param name="field">The field, in the provider's words.</param>
    /// <exception cref="WireFormatException">
    /// <paramref name="value"/> is null, empty, one or two dots, too long, or not valid Unicode, or it has control characters or invisible characters.
    /// </exception>
    public static string RequireKey(string? value, string field) =>
        TextCheck.IsProviderKey(value) ? value! : throw new WireFormatException(field);

    /// <summary>The token of the next page. Throws if it cannot be sent, or if it is the token of the page that it came with.</summary>
    /// <param name="next">What was read.</param>
    /// <param name="current">The token of this page; null for the first page.</param>
    /// <param name="field">The field, in the provider's words.</param>
    /// <exception cref="WireFormatException">The token is null, empty, too long or not valid text, or leads to the same page again.</exception>
    public static string RequireNextPage(string? next, string? current, string field) =>
        next is null || next.Length > FieldCheck.LongestInUrl || TextCheck.Check(next) is not null ? throw new WireFormatException(field)
        : next == current ? throw Repeats(field)
        : next;

    /// <summary>The exception for a page that names itself, or an earlier page, as the next one.</summary>
    /// <param name="field">The field, in the provider's words.</param>
    public static WireFormatException Repeats(string field) =>
        new(field, $"it repeats itself: a page names itself, or an earlier one, as the next page. {EndlessList.Advice}");

    /// <summary>The number. Throws if it is missing or negative.</summary>
    /// <param name="count">What was read.</param>
    /// <param name="field">The field, in the provider's words.</param>
    /// <exception cref="WireFormatException"><paramref name="count"/> is null or negative.</exception>
    public static long RequireCount(long? count, string field) => CountOrNull(count, field) ?? throw new WireFormatException(field);

    /// <summary>The number; null if it is missing. Throws if it is negative.</summary>
    /// <inheritdoc cref="RequireCount"/>
    /// <exception cref="WireFormatException"><paramref name="count"/> is negative.</exception>
    public static long? CountOrNull(long? count, string field) => count < 0 ? throw new WireFormatException(field) : count;

    /// <inheritdoc cref="Require(string?, string)"/>
    public static T Require<T>(T? value, string field)
        where T : class => value ?? throw new WireFormatException(field);
}
