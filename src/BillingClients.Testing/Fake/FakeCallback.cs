namespace BillingClients.Testing;

/// <summary>Runs in the middle of a call of a <see cref="FakeCustomerClient"/>. It may wait, and it may throw: what it throws, the caller gets.</summary>
/// <param name="call">The call. <see cref="FakeFailures"/> makes the usual failures of it.</param>
/// <param name="cancellationToken">Cancelled when the caller cancels, and when <see cref="CallOptions.Timeout"/> is over.</param>
public delegate ValueTask FakeCallback(FakeCall call, CancellationToken cancellationToken);
