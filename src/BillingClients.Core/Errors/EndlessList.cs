namespace BillingClients.Providers;

/// <summary>What the messages say about a list that would never end.</summary>
internal static class EndlessList
{
    /// <summary>What follows, and what to do.</summary>
    internal const string Advice = "The list would never end, so it was stopped. Customers may be missing or listed twice. List again, with another page size or"
        + " another filter; if that does not help, ask the provider's support.";
}
