namespace BillingClients.Wire.Tests.Stages;

/// <summary>What an application gets from a call: a result, or an exception of this library.</summary>
internal sealed record Outcome(object? Result, BillingException? Failure)
{
    internal static async Task<Outcome> OfAsync(Func<Task<object?>> call)
    {
        try
        {
            return new Outcome(await call(), null);
        }
        catch (BillingException failure)
        {
            return new Outcome(null, failure);
        }
    }

    internal object? Succeeded() => Failure is null ? Result : throw new InvalidOperationException("The call should have succeeded.", Failure);

    internal void Refused()
    {
        if (Failure is null)
        {
            throw new InvalidOperationException("The call should have been refused, but succeeded.");
        }
    }
}
