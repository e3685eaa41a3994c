namespace BillingClients.Security.Tests.Fixtures;

/// <summary>API keys in the form of each provider.</summary>
internal static class Keys
{
    /// <summary>A key with that ending.</summary>
    public static string Of(string subject, string end = "1815") => SimulatedKeys.Of(subject, end);

    /// <summary>A key in a form that the provider documents for something else; null where it documents no form.</summary>
    public static string? OfAnotherKind(string subject) => subject == "runonatlas" ? null : "pk_live_canary";
}
