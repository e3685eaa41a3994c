namespace BillingClients.Tests.Contracts;

/// <summary>What an endpoint answers with that status.</summary>
internal sealed record Answer(int Status, Content Content)
{
    /// <summary>Why the status or the body is as it is, although the document does not have it so; null when the document has it.</summary>
    internal Departure? Departure { get; init; }
}
