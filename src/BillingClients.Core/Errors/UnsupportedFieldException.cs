using BillingClients.Providers;

namespace BillingClients;

/// <summary>The provider cannot store, change or clear fields that were given, and nothing else was wrong. Nothing was sent.</summary>
/// <remarks>If something else was wrong too, it is a <see cref="BillingValidationException"/>, whose errors name these fields as well.</remarks>
public sealed class UnsupportedFieldException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do; no personal data.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="fields">The fields, at least one.</param>
    /// <param name="errors">What is wrong, field by field, in the same order.</param>
    /// <exception cref="ArgumentException"><paramref name="fields"/> is empty.</exception>
    public UnsupportedFieldException(
        string message, BillingErrorDetails details, IReadOnlyList<CustomerField> fields, IReadOnlyList<FieldError> errors)
        : base(message, details, null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(errors);
        if (fields.Count == 0)
        {
            throw new ArgumentException("Name at least one field.", nameof(fields));
        }

        Fields = fields;
        Errors = errors;
    }

    /// <summary>The first of the fields.</summary>
    public CustomerField Field => Fields[0];

    /// <summary>All of the fields.</summary>
    public IReadOnlyList<CustomerField> Fields { get; }

    /// <summary>What is wrong, field by field, in the order of <see cref="Fields"/>.</summary>
    public IReadOnlyList<FieldError> Errors { get; }
}
