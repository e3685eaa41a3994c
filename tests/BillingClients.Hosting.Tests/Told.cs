namespace BillingClients.Hosting.Tests;

/// <summary>What the caller of an operation was told.</summary>
internal sealed record Told(bool IsDone, bool IsUnknown, Customer? Customer, Exception? Failure)
{
    public static async Task<Told> ByAsync(Func<Task<Customer?>> call)
    {
        try
        {
            return new Told(IsDone: true, IsUnknown: false, await call(), Failure: null);
        }
        catch (BillingException failure)
        {
            return new Told(IsDone: false, failure.OutcomeUnknown, Customer: null, failure);
        }
    }

    public override string ToString() => IsDone ? $"done, {Customer?.Id}" : $"{(IsUnknown ? "unknown" : "not done")}: {Failure}";
}
