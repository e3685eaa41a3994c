using Xunit;

namespace BillingClients.Conformance;

/// <summary>A call ends when its caller cancels, with the caller's own <see cref="OperationCanceledException"/>.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class CancellationConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>Cancelled before it begins, a call sends nothing.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(OperationKinds.All), MemberType = typeof(OperationKinds))]
    public async Task Cancelled_before_a_call_sends_nothing(OperationKind operation)
    {
        Customer customer = await AddAsync().ConfigureAwait(false);
        using CancellationTokenSource source = new();
        await source.CancelAsync().ConfigureAwait(false);

        if (Capabilities.SupportFor(operation) == Support.Unsupported)
        {
            await RefusedAsync<UnsupportedCapabilityException>(() => CallAsync(Client, operation, customer, source.Token)).ConfigureAwait(false);
            return;
        }

        int? before = Harness.RequestCount;
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            CallAsync(Client, operation, customer, source.Token)).ConfigureAwait(false);
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Equal(before, Harness.RequestCount);
    }

    /// <summary>Cancelled while the provider is silent, a call ends; where the provider cannot be kept silent, it ends or was faster.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(OperationKinds.All), MemberType = typeof(OperationKinds))]
    public async Task Cancelled_during_a_call_ends_it(OperationKind operation)
    {
        Customer customer = await AddAsync().ConfigureAwait(false);
        if (Capabilities.SupportFor(operation) == Support.Unsupported)
        {
            await RefusedAsync<UnsupportedCapabilityException>(() => CallAsync(Client, operation, customer, Cancellation)).ConfigureAwait(false);
            return;
        }

        using CancellationTokenSource source = new();
        using HeldRequest? held = Harness.HoldNextRequest();
        Task call = CallAsync(Client, operation, customer, source.Token);
        if (held is not null)
        {
            await held.Arrived.WaitAsync(Harness.Patience, Cancellation).ConfigureAwait(false);
        }

        await source.CancelAsync().ConfigureAwait(false);

        Exception? outcome = await Record.ExceptionAsync(() => call.WaitAsync(Harness.Patience, Cancellation)).ConfigureAwait(false);
        Assert.True(
            outcome is OperationCanceledException cancelled ? cancelled.CancellationToken == source.Token : outcome is null && held is null,
            $"The call should end with the caller's OperationCanceledException; instead: {outcome?.ToString() ?? "it succeeded"}");
    }

    /// <summary>A client goes on after a call was cancelled.</summary>
    [Fact]
    public async Task A_client_works_after_a_cancelled_call()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync().ConfigureAwait(false);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Client.CreateAsync(NewCustomer(), cancellationToken: source.Token)).ConfigureAwait(false);

        Assert.NotEmpty((await AddAsync().ConfigureAwait(false)).Id);
    }

    /// <summary><see cref="CustomerClientExtensions.ListAsync"/> stops in the middle of a page.</summary>
    [Fact]
    public async Task Listing_stops_when_it_is_cancelled()
    {
        await AddAsync().ConfigureAwait(false);
        await AddAsync().ConfigureAwait(false);
        using CancellationTokenSource source = new();
        int met = 0;

        await AsDeclaredAsync(Capabilities.List, "List", ListAsync, async () =>
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(ListAsync).ConfigureAwait(false);
            Assert.Equal(1, met);
        }).ConfigureAwait(false);

        async Task ListAsync()
        {
            await foreach (Customer _ in Client.ListAsync(cancellationToken: source.Token).ConfigureAwait(false))
            {
                met++;
                await source.CancelAsync().ConfigureAwait(false);
            }
        }
    }
}
