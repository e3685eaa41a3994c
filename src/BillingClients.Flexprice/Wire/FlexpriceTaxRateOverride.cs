using System.Diagnostics;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>A tax rate of one customer at Flexprice.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record FlexpriceTaxRateOverride
{
    /// <summary>The code of the tax rate.</summary>
    public required string TaxRateCode { get; init; }

    /// <summary>The currency it is for.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether it is applied by itself; null for Flexprice's default, true.</summary>
    public bool? AutoApply { get; init; }

    /// <summary>Its place among several; null for Flexprice's default.</summary>
    public int? Priority { get; init; }

    /// <summary>Your own keys and values.</summary>
    public CustomerMetadata? Metadata { get; init; }

    /// <summary>The type's name only.</summary>
    public override string ToString() => nameof(FlexpriceTaxRateOverride);
}
