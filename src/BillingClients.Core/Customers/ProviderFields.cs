using System.Diagnostics;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>Fields that only one provider knows. Each provider's package derives its own; a client takes its own and ignores the others'.</summary>
[JsonConverter(typeof(ProviderFieldsConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract record ProviderFields
{
    /// <summary>
    /// A copy that shares no collection with this record. A client copies what it is given, so that later changes of a collection change nothing. Override it in
    /// a record that holds lists or dictionaries; the others are immutable.
    /// </summary>
    protected internal virtual ProviderFields Copy() => this;

    /// <summary>The type's name only: the fields may be personal data.</summary>
    public sealed override string ToString() => GetType().Name;
}
