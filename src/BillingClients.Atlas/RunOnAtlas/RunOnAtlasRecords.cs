using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using BillingClients.Providers;
using BillingClients.Wire;

namespace BillingClients;

/// <summary>Registers RunOnAtlas's own records, so that the JSON of the models can hold them.</summary>
internal static class RunOnAtlasRecords
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A program may read stored JSON before it makes a client.")]
    internal static void Register()
    {
        ProviderRecords.AddData("runonatlas.customer", static () => RunOnAtlasJsonContext.Default.RunOnAtlasCustomer);
        ProviderRecords.AddFields(
            "runonatlas.customerFields", static () => RunOnAtlasJsonContext.Default.RunOnAtlasCustomerFields, OperationKind.Create, OperationKind.Update);
        ProviderRecords.AddFields("runonatlas.listFields", static () => RunOnAtlasJsonContext.Default.RunOnAtlasListFields, OperationKind.List);
    }
}
