using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>
/// Whatever goes wrong with a create, in an application with Aspire's service defaults: what the caller is told agrees with what the provider stores, there is
/// one customer at most, and no create is sent again before the first is settled.
/// </summary>
public sealed class LostCreateTests
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
            CustomerCreate someone = WriteCase.Someone(++number);
            app.Simulator.Journal.Clear();

            Told told = await lost.DuringAsync(app, simulated, async () => await client.CreateAsync(someone, cancellationToken: token));

            SimulatedCustomer[] stored = [.. simulated.Customers.Where(customer => customer.Email == someone.Email)];
            string what = $"{lost}: told {told}\n{string.Join('\n', app.Simulator.Journal)}";
            stored.Length.ShouldBeLessThanOrEqualTo(1, what);
            if (told.IsDone)
            {
                stored.ShouldHaveSingleItem(what).Id.ShouldBe(told.Customer!.Id, what);
            }
            else if (!told.IsUnknown)
            {
                stored.ShouldBeEmpty(what);
            }

            Resend.IsSafe(client.Provider.Capabilities, simulated.Requests).ShouldBeTrue(what);
        }
    }
}
