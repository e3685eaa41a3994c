using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>Whatever goes wrong with a write, in an application with Aspire's service defaults: what the caller is told agrees with what the provider stores.</summary>
public abstract class LostWriteTests
{
    [Theory(Timeout = WriteCase.Hung)]
    [MemberData(nameof(WriteCase.All), MemberType = typeof(WriteCase))]
    public async Task The_caller_is_told_what_is_stored(string provider, Resilience way, int maxAttempts)
    {
        await using AspireApp app = await WriteCase.StartAsync(way, maxAttempts);
        ICustomerClient client = app.Client(provider);
        if (!IsOffered(client.Provider.Capabilities))
        {
            return;
        }

        CancellationToken token = TestContext.Current.CancellationToken;
        int number = 0;
        foreach (Lost lost in Lost.All)
        {
            await CheckAsync(app, client, lost, WriteCase.Someone(++number), token);
        }
    }

    private protected virtual bool IsOffered(CustomerCapabilities capabilities) => true;

    /// <summary>Loses a write, and compares what is told with what is stored.</summary>
    private protected abstract Task CheckAsync(AspireApp app, ICustomerClient client, Lost lost, CustomerCreate someone, CancellationToken token);
}
