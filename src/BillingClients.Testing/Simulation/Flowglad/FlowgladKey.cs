namespace BillingClients.Testing;

/// <summary>The key in <c>Authorization</c>: alone, or after <c>Bearer</c>.</summary>
internal static class FlowgladKey
{
    /// <summary>The key; null when the header has another form.</summary>
    public static string? Read(string authorization) => authorization.Split(' ') switch
    {
        [{ Length: > 0 } key] => key,
        ["Bearer", { Length: > 0 } key] => key,
        _ => null,
    };

    /// <summary>Whether the call's key is for live data.</summary>
    public static bool IsLive(SimulatedCall call) => call.Request.Header("Authorization")?.Contains("sk_live_", StringComparison.Ordinal) == true;
}
