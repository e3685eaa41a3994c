namespace BillingClients.Security.Tests.Fixtures;

/// <summary>API keys in the form of each provider.</summary>
internal static class Keys
{
    /// <summary>A key with that ending.</summary>
    public static string Of(string subject, string end = "1815") => subject switch
    {
        "flex" => $"fsk_test_{end}",
        _ => $"sk_test_{end}",
    };

    /// <summary>A key in a form that the provider documents for something else; null where it documents no form.</summary>
    public static string? OfAnotherKind(string subject) => subject switch
    {
        "runonatlas" => null,
        "flexprice" => "pk_test_canary",
        _ => "pk_live_canary",
    };
}
