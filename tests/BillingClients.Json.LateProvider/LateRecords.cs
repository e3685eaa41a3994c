using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using BillingClients.Providers;

namespace BillingClients.Json.LateProvider;

internal static class LateRecords
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A program may read stored JSON before it makes a client.")]
    internal static void Register() => ProviderRecords.AddData("late.customer", static () => LateJsonContext.Default.LateCustomer);
}
