using Xunit;

namespace BillingClients.Conformance;

/// <summary>The operations, as rows of tests, and what is declared for each.</summary>
public static class CustomerOperations
{
    /// <summary>All operations.</summary>
    public static TheoryData<CustomerOperation> All { get; } = new(Enum.GetValues<CustomerOperation>());

    /// <summary>The support for an operation: for the ones that take a key, for the better kind of key.</summary>
    internal static Support SupportFor(this CustomerCapabilities capabilities, CustomerOperation operation) => operation switch
    {
        CustomerOperation.Create => capabilities.Create,
        CustomerOperation.List => capabilities.List,
        _ when capabilities.KeysFor(operation).ById == Support.Unsupported => capabilities.KeysFor(operation).ByExternalId,
        _ => capabilities.KeysFor(operation).ById,
    };

    internal static KeySupport KeysFor(this CustomerCapabilities capabilities, CustomerOperation operation) => operation switch
    {
        CustomerOperation.Get => capabilities.Get,
        CustomerOperation.Update => capabilities.Update,
        _ => capabilities.Delete,
    };
}
