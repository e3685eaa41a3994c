using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using BillingClients.Providers;
using BillingClients.Wire;

namespace BillingClients;

/// <summary>Registers Flexprice's own records, so that the JSON of the models can hold them.</summary>
internal static class FlexpriceRecords
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A program may read stored JSON before it makes a client.")]
    internal static void Register()
    {
        ProviderRecords.AddData("flexprice.customer", static () => FlexpriceJsonContext.Default.FlexpriceCustomer);
        ProviderRecords.AddFields(
            "flexprice.customerFields", static () => FlexpriceJsonContext.Default.FlexpriceCustomerFields, OperationKind.Create, OperationKind.Update);
        ProviderRecords.AddFields("flexprice.listFields", static () => FlexpriceJsonContext.Default.FlexpriceListFields, OperationKind.List);
    }
}
