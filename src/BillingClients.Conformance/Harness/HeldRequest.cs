namespace BillingClients.Conformance;

/// <summary>A request that a provider has received and does not answer until this is disposed.</summary>
public sealed class HeldRequest : IDisposable
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the request has reached the provider.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Holds the request. For the provider's side.</summary>
    /// <param name="cancellationToken">Ends the hold when the caller has gone.</param>
    public Task HoldAsync(CancellationToken cancellationToken)
    {
        _arrived.TrySetResult();
        return _released.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets the provider answer.</summary>
    public void Dispose() => _released.TrySetResult();
}
