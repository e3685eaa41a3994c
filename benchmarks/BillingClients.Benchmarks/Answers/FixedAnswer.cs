namespace BillingClients.Benchmarks.Answers;

/// <summary>What is answered: a status and a body of JSON.</summary>
internal sealed record FixedAnswer(int Status, byte[] Body);
