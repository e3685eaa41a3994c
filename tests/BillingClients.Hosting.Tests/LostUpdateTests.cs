using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>Whatever goes wrong with an update, in an application with Aspire's service defaults: what is told agrees with what is stored.</summary>
public sealed class LostUpdateTests
{
    [Theory(Timeout = WriteCase.Hung)]
    [MemberData(nameof(WriteCase.All), MemberType = typeof(WriteCase))]
    public async Task The_caller_is_told_what_is_stored(string provider, Resilience way, int maxAttempts)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using AspireApp app = await WriteCase.StartAsync(way, maxAttempts);
        ICustomerClient client = app.Client(provider);
        SimulatedProvider simulated = app.Simulator[provider];
        int number = 0;
        foreach (Lost lost in Lost.All)
        {
            Customer someone = await client.CreateAsync(WriteCase.Someone(++number), cancellationToken: token);

            Told told = await lost.DuringAsync(app, simulated, async () => await client.UpdateAsync(
                WriteCase.KeyOf(client, someone), new CustomerUpdate { Name = "Ada King" }, cancellationToken: token));

            bool isChanged = simulated.Customers.Single(customer => customer.Id == someone.Id).Json.Contains("King", StringComparison.Ordinal);
            (told.IsUnknown || told.IsDone == isChanged).ShouldBeTrue($"{lost}: told {told}; changed: {isChanged}");
        }
    }
}
