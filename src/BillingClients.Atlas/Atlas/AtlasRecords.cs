using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using BillingClients.Providers;
using BillingClients.Wire;

namespace BillingClients;

/// <summary>Registers Atlas's own records, so that the JSON of the models can hold them.</summary>
internal static class AtlasRecords
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A program may read stored JSON before it makes a client.")]
    internal static void Register()
    {
        ProviderRecords.AddData("atlas.customer", static () => AtlasJsonContext.Default.AtlasCustomer);
        ProviderRecords.AddFields(
            "atlas.customerFields", static () => AtlasJsonContext.Default.AtlasCustomerFields, OperationKind.Create, OperationKind.Update);
    }
}
