using Xunit;

namespace BillingClients.Conformance;

/// <summary>A client that was disposed says so; one that cannot be disposed goes on.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class DisposalConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>Every operation fails with <see cref="ObjectDisposedException"/>, and sends nothing.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(OperationKinds.All), MemberType = typeof(OperationKinds))]
    public async Task A_disposed_client_says_so(OperationKind operation)
    {
        Customer customer = await AddAsync().ConfigureAwait(false);
        Func<Task> call = () => CallAsync(Client, operation, customer, Cancellation);
        (Client as IDisposable)?.Dispose();

        if (Capabilities.SupportFor(operation) == Support.Unsupported)
        {
            await RefusedAsync<UnsupportedCapabilityException>(call).ConfigureAwait(false);
            return;
        }

        int? before = Harness.RequestCount;
        Exception? failure = await Record.ExceptionAsync(call).ConfigureAwait(false);
        if (Client is IDisposable)
        {
            Assert.IsType<ObjectDisposedException>(failure);
            Assert.Equal(before, Harness.RequestCount);
        }
        else
        {
            Assert.Null(failure);
        }
    }

    /// <summary>Disposing twice is harmless, and what the client is can still be asked.</summary>
    [Fact]
    public void A_client_is_disposed_twice_and_still_says_what_it_is()
    {
        string name = Client.Provider.Name;

        (Client as IDisposable)?.Dispose();
        (Client as IDisposable)?.Dispose();

        Assert.Equal(name, Client.Provider.Name);
    }

    /// <summary>Clients do not share what they dispose.</summary>
    [Fact]
    public async Task Disposing_a_client_leaves_the_others()
    {
        ICustomerClient other = Harness.CreateClient();
        (other as IDisposable)?.Dispose();

        Assert.NotEmpty((await AddAsync().ConfigureAwait(false)).Id);
    }
}
