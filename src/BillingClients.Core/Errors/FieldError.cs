using System.Diagnostics;

namespace BillingClients;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The property (<c>BillingAddress.Country</c>) when refused before sending, or the field in the provider's words.</param>
/// <param name="Message">What is wrong: this library's words when refused before sending (without the value), or the provider's.</param>
[DebuggerDisplay("FieldError")]
public sealed record FieldError(string Field, string Message)
{
    /// <summary>The type's name only: both are the provider's words, which may repeat what was sent, and this text ends up in logs.</summary>
    public override string ToString() => nameof(FieldError);
}
