using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using BillingClients.Providers;
using BillingClients.Wire;

namespace BillingClients;

/// <summary>Registers Flowglad's own records, so that the JSON of the models can hold them.</summary>
internal static class FlowgladRecords
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A program may read stored JSON before it makes a client.")]
    internal static void Register()
    {
        ProviderRecords.AddData("flowglad.customer", static () => FlowgladJsonContext.Default.FlowgladCustomer);
        ProviderRecords.AddFields(
            "flowglad.customerFields", static () => FlowgladJsonContext.Default.FlowgladCustomerFields, OperationKind.Create, OperationKind.Update);
    }
}
