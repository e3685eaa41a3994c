namespace BillingClients.Core.Tests.Customers;

public sealed class CustomerCapabilitiesTests
{
    private static readonly CustomerCapabilities Capabilities = new()
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Native, Support.Emulated),
        Update = new KeySupport(Support.Native, Support.Unsupported),
        Delete = new KeySupport(Support.Unsupported, Support.Native),
        List = Support.Native,
    };

    [Theory]
    [InlineData(OperationKind.Create, Support.Unsupported, Support.Unsupported)]
    [InlineData(OperationKind.Get, Support.Native, Support.Emulated)]
    [InlineData(OperationKind.Update, Support.Native, Support.Unsupported)]
    [InlineData(OperationKind.Delete, Support.Unsupported, Support.Native)]
    [InlineData(OperationKind.List, Support.Unsupported, Support.Unsupported)]
    public void Keys_are_told_by_operation(OperationKind operation, Support byId, Support byExternalId) =>
        Capabilities.KeysFor(operation).ShouldBe(new KeySupport(byId, byExternalId));
}
