namespace BillingClients.Tests.Contracts;

internal sealed record Member(string Name, Shape Shape, bool IsRequired)
{
    /// <summary>Why the member is here although the document does not have it so; null when the document has it.</summary>
    internal Departure? Departure { get; init; }
}
