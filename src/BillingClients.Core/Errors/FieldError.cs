using System.Diagnostics;

namespace BillingClients;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The property (<c>BillingAddress.Country</c>) when refused before sending, or the field in the provider's words.</param>
/// <param name="Message">What is wrong: this library's words when refused before sending (without the value), or the provider's.</param>
[DebuggerDisplay("{Field}")]
public sealed record FieldError(string Field, string Message)
{
    /// <summary>The field only: the provider's words may hold personal data.</summary>
    public override string ToString() => Field;
}
