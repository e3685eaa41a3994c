namespace BillingClients.Wire.Tests.Scenarios;

/// <summary>The calls that every scenario has, as far as the client supports them. A scenario adds what is special of its provider.</summary>
internal static class UsualCalls
{
    internal static IEnumerable<string> Of(CustomerCapabilities can) =>
    [
        .. Calls("create", can.Create, "full", "minimal"),
        .. Calls("get", can.Get),
        .. Calls("update", can.Update),
        .. Calls("delete", can.Delete),
        .. Calls("list", can.List, "first page", "next page"),
    ];

    private static IEnumerable<string> Calls(string operation, KeySupport keys) =>
    [
        .. Calls(operation, keys.ById, "by id", "not found"),
        .. Calls(operation, keys.ByExternalId, "by external id", "not found"),
    ];

    private static IEnumerable<string> Calls(string operation, Support support, params string[] names) =>
        support == Support.Unsupported ? [] : names.Append("wrong key").Select(name => $"{operation}: {name}");
}
