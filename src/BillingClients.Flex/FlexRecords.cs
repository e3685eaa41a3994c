using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using BillingClients.Providers;
using BillingClients.Wire;

namespace BillingClients;

/// <summary>Registers Flex's own records, so that the JSON of the models can hold them.</summary>
internal static class FlexRecords
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A program may read stored JSON before it makes a client.")]
    internal static void Register()
    {
        ProviderRecords.AddData("flex.customer", static () => FlexJsonContext.Default.FlexCustomer);
        ProviderRecords.AddFields(
            "flex.customerFields", static () => FlexJsonContext.Default.FlexCustomerFields, OperationKind.Create, OperationKind.Update);
    }
}
