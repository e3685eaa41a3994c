namespace BillingClients.Testing;

/// <summary>Whether a script is for this request.</summary>
/// <remarks>Asked before the body is read, so it sees the verb, the path, the query and the headers.</remarks>
public delegate bool RequestMatch(JournalEntry request);
