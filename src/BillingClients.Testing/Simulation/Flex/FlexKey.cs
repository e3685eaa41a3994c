namespace BillingClients.Testing;

internal static class FlexKey
{
    private const string Scheme = "Bearer ";

    /// <summary>The key of a request, or null when it has none in the form that Flex takes.</summary>
    public static string? Of(SimulatedCall call) =>
        call.Request.Header("Authorization") is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : null;

    /// <summary>Whether the request is about test data. A live key begins with <c>fsk_</c> too.</summary>
    public static bool IsTest(SimulatedCall call) => Of(call)?.StartsWith("fsk_test_", StringComparison.Ordinal) == true;
}
