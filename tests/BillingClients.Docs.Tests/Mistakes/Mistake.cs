namespace BillingClients.Docs.Tests.Mistakes;

/// <summary>What the tests of mistakes share.</summary>
internal static class Mistake
{
    internal static CustomerCreate Ada { get; } = new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    /// <summary>Nobody listens there: a request that should have been refused goes to no provider.</summary>
    internal static Uri Nowhere { get; } = new("http://127.0.0.1:1/");

    /// <summary>The message as its reader gets it. It is printed, for those who want to judge it, and must show no key and no personal data.</summary>
    internal static string Say(Exception exception)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(exception.Message);
        exception.ToString().ShouldNotContain("canary");
        exception.ToString().ShouldNotContain("crm-1815");
        return exception.Message;
    }
}
