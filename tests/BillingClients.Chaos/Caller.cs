namespace BillingClients.Chaos;

/// <summary>Makes calls as an application does, and notes what it is told.</summary>
/// <param name="client">The client.</param>
/// <param name="providersClock">The clock by which the provider stamps what it stores.</param>
internal sealed class Caller(ICustomerClient client, TimeProvider providersClock)
{
    /// <summary>Whether the client is disposed, or about to be.</summary>
    internal bool ClientIsDisposed { get; set; }

    internal Task<Outcome> CreateAsync(CustomerCreate customer, CancellationToken cancellationToken = default) =>
        CallAsync(async () => await client.CreateAsync(customer, cancellationToken: cancellationToken), cancellationToken);

    internal Task<Outcome> GetOrCreateAsync(CustomerCreate customer) => CallAsync(async () => await client.GetOrCreateAsync(customer));

    internal Task<Outcome> GetAsync(CustomerKey key) => CallAsync(async () => await client.GetAsync(key));

    internal Task<Outcome> UpdateAsync(CustomerKey key, CustomerUpdate update) => CallAsync(async () => await client.UpdateAsync(key, update));

    internal Task<Outcome> DeleteAsync(CustomerKey key) => CallAsync(async () =>
    {
        await client.DeleteAsync(key);
        return null;
    });

    private async Task<Outcome> CallAsync(Func<Task<Customer?>> call, CancellationToken callersToken = default)
    {
        DateTimeOffset beganAt = providersClock.GetUtcNow();
        try
        {
            return new Outcome(Told.Done, beganAt, await call());
        }
        catch (BillingException failure)
        {
            return new Outcome(failure.OutcomeUnknown ? Told.Unknown : Told.Failed, beganAt, Failure: failure);
        }
        catch (OperationCanceledException cancelled) when (callersToken.IsCancellationRequested)
        {
            return new Outcome(Told.Unknown, beganAt, Failure: cancelled);
        }
        catch (ObjectDisposedException disposed) when (ClientIsDisposed)
        {
            // The call sent nothing that may have taken effect.
            return new Outcome(Told.Failed, beganAt, Failure: disposed);
        }
        catch (Exception surprise)
        {
            return new Outcome(Told.Untyped, beganAt, Failure: surprise);
        }
    }
}
