namespace BillingClients.Chaos;

/// <summary>One call, and what its caller was told.</summary>
/// <param name="Told">What the caller was told.</param>
/// <param name="BeganAt">When the call began, by the provider's clock.</param>
/// <param name="Customer">What the call returned; null if it failed, and after a delete.</param>
/// <param name="Failure">What the call threw; null if it succeeded.</param>
public sealed record Outcome(Told Told, DateTimeOffset BeganAt, Customer? Customer = null, Exception? Failure = null)
{
    public override string ToString() => $"{Told}{(Failure is null ? "" : $" ({Failure.Message})")}";
}
