namespace BillingClients.Testing;

/// <summary>A provider did not receive what a test expects. Its message says what was expected and lists what came.</summary>
public sealed class JournalAssertionException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was expected and what came.</param>
    public JournalAssertionException(string message)
        : base(message)
    {
    }
}
