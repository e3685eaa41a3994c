using Xunit;

namespace BillingClients.Conformance;

/// <summary>The operations, as rows of tests, and what is declared for each.</summary>
public static class OperationKinds
{
    /// <summary>The operations of <see cref="ICustomerClient"/>.</summary>
    public static TheoryData<OperationKind> All { get; } =
        [OperationKind.Create, OperationKind.Get, OperationKind.Update, OperationKind.Delete, OperationKind.List];

    /// <summary>The support for an operation: for the ones that take a key, for the better kind of key.</summary>
    internal static Support SupportFor(this CustomerCapabilities capabilities, OperationKind operation) => operation switch
    {
        OperationKind.Create => capabilities.Create,
        OperationKind.List => capabilities.List,
        _ when capabilities.KeysFor(operation).ById == Support.Unsupported => capabilities.KeysFor(operation).ByExternalId,
        _ => capabilities.KeysFor(operation).ById,
    };
}
