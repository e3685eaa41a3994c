namespace BillingClients.Wire.Tests.Contracts;

/// <summary>The providers whose OpenAPI documents are known.</summary>
internal static class OfficialContracts
{
    internal static TheoryData<string> Providers => [.. All.Select(static contract => contract.Provider)];

    private static Contract[] All { get; } = [FlexpriceContract.Customers, FlowgladContract.Customers];

    internal static Contract Of(string provider) => All.Single(contract => contract.Provider == provider);
}
