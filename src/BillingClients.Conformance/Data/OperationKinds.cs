using Xunit;

namespace BillingClients.Conformance;

/// <summary>The operations, as rows of tests, and what is declared for each.</summary>
public static class OperationKinds
{
    /// <summary>All operations.</summary>
    public static TheoryData<OperationKind> All { get; } = new(Enum.GetValues<OperationKind>());

    /// <summary>The support for an operation: for the ones that take a key, for the better kind of key.</summary>
    internal static Support SupportFor(this CustomerCapabilities capabilities, OperationKind operation) => operation switch
    {
        OperationKind.Create => capabilities.Create,
        OperationKind.List => capabilities.List,
        _ when capabilities.KeysFor(operation).ById == Support.Unsupported => capabilities.KeysFor(operation).ByExternalId,
        _ => capabilities.KeysFor(operation).ById,
    };
}
