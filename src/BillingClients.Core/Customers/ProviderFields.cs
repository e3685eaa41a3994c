using System.Diagnostics;

namespace BillingClients;

/// <summary>Fields that only one provider knows. Each provider's package derives its own; a client takes its own and ignores the others'.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract record ProviderFields
{
    /// <summary>The type's name only: the fields may be personal data.</summary>
    public sealed override string ToString() => GetType().Name;
}
