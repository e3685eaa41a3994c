using System.Diagnostics;

namespace BillingClients;

/// <summary>A tax identification number.</summary>
/// <param name="Type">Which register it belongs to, in the provider's words, such as <c>eu_vat</c>.</param>
/// <param name="Value">The number.</param>
[DebuggerDisplay("TaxId")]
public sealed record TaxId(string Type, string Value)
{
    /// <summary>The type's name only: a tax number is personal data, and this text ends up in logs.</summary>
    public override string ToString() => nameof(TaxId);
}
