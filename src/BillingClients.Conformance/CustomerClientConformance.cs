using BillingClients.Providers;
using Xunit;

namespace BillingClients.Conformance;

/// <summary>What all classes of the suite share: a harness and a client of its own for each test, and the checks of a declared capability.</summary>
/// <typeparam name="THarness">The client's harness.</typeparam>
/// <remarks>
/// A provider joins with one file: its harness, and one line for each class of the suite, such as
/// <c>public sealed class AcmeCreate : CreateConformance&lt;AcmeHarness&gt;;</c>. <see cref="AllConformanceClassesAreDerived"/> says which line is missing.
/// </remarks>
public abstract partial class CustomerClientConformance<THarness> : IAsyncLifetime
    where THarness : CustomerClientHarness, new()
{
    /// <summary>The client's harness.</summary>
    protected THarness Harness { get; } = new();

    /// <summary>The client under test.</summary>
    protected ICustomerClient Client { get; private set; } = null!;

    /// <summary>What the client declares.</summary>
    protected CustomerCapabilities Capabilities => Client.Provider.Capabilities;

    /// <summary>Cancelled when the test run is.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Harness.StartAsync(Cancellation).ConfigureAwait(false);
        Client = Harness.CreateClient();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        (Client as IDisposable)?.Dispose();
        await Harness.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether something must work: it is declared to, or the harness says that an unknown does.</summary>
    /// <param name="support">What is declared.</param>
    /// <param name="capability">The name in <see cref="CustomerCapabilities"/>, such as <c>Get.ById</c>.</param>
    protected bool Works(Support support, string capability) => support switch
    {
        Support.Unsupported => false,
        Support.Unknown => Harness.Answers(capability),
        _ => true,
    };

    /// <summary>A call does what is declared: works, is refused before sending, or is left to the provider.</summary>
    /// <param name="support">What is declared.</param>
    /// <param name="capability">The name in <see cref="CustomerCapabilities"/>.</param>
    /// <param name="call">The call.</param>
    /// <param name="works">Makes the call and checks that it worked.</param>
    protected async Task AsDeclaredAsync(Support support, string capability, Func<Task> call, Func<Task> works)
    {
        ArgumentNullException.ThrowIfNull(works);
        if (support == Support.Unsupported)
        {
            UnsupportedCapabilityException refusal = await RefusedAsync<UnsupportedCapabilityException>(call).ConfigureAwait(false);
            Assert.NotEmpty(refusal.Capability);
            Assert.NotEmpty(refusal.Alternative);
        }
        else if (Works(support, capability))
        {
            await works().ConfigureAwait(false);
        }
        else
        {
            await LeftToProviderAsync(call).ConfigureAwait(false);
        }
    }

    /// <summary>A call is refused with that exception, and no request is sent.</summary>
    /// <typeparam name="TException">The exception.</typeparam>
    /// <param name="call">The call.</param>
    protected async Task<TException> RefusedAsync<TException>(Func<Task> call)
        where TException : BillingException
    {
        int? before = Harness.RequestCount;
        TException refusal = await Assert.ThrowsAsync<TException>(call).ConfigureAwait(false);
        Assert.Equal(before, Harness.RequestCount);
        Assert.Equal(Client.Provider.Name, refusal.Provider);
        Assert.Null(refusal.StatusCode);
        Assert.Equal(0, refusal.Attempts);
        return refusal;
    }

    /// <summary>A call is not refused before sending: it works, or the provider refuses it.</summary>
    /// <param name="call">The call.</param>
    protected async Task LeftToProviderAsync(Func<Task> call)
    {
        int? before = Harness.RequestCount;
        Exception? failure = await Record.ExceptionAsync(call).ConfigureAwait(false);
        Assert.True(failure is null or BillingException { Attempts: > 0 }, $"The provider was to decide; instead: {failure}");
        Assert.True(before is null || Harness.RequestCount > before, "The provider was to decide, and it was not asked.");
    }
}
