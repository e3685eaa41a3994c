using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>Whatever goes wrong with a delete, in an application with Aspire's service defaults: what is told agrees with what is stored.</summary>
public sealed class LostDeleteTests
{
    [Theory(Timeout = WriteCase.Hung)]
    [MemberData(nameof(WriteCase.All), MemberType = typeof(WriteCase))]
    public async Task The_caller_is_told_what_is_stored(string provider, Resilience way, int maxAttempts)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using AspireApp app = await WriteCase.StartAsync(way, maxAttempts);
        ICustomerClient client = app.Client(provider);
        if (client.Provider.Capabilities.DeleteEffect == DeleteEffect.None)
        {
            return;
        }

        SimulatedProvider simulated = app.Simulator[provider];
        int number = 0;
        foreach (Lost lost in Lost.All)
        {
            Customer someone = await client.CreateAsync(WriteCase.Someone(++number), cancellationToken: token);

            Told told = await lost.DuringAsync(app, simulated, async () =>
            {
                await client.DeleteAsync(WriteCase.KeyOf(client, someone), cancellationToken: token);
                return null;
            });

            bool isGone = !simulated.Customers.Any(customer => customer.Id == someone.Id && !customer.IsArchived);
            (told.IsUnknown || told.IsDone == isGone).ShouldBeTrue($"{lost}: told {told}; gone: {isGone}");
        }
    }
}
