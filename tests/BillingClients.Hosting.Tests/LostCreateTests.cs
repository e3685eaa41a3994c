using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>After a create there is one customer at most, and no create is sent again before the first is settled.</summary>
public sealed class LostCreateTests : LostWriteTests
{
    private protected override async Task CheckAsync(AspireApp app, ICustomerClient client, Lost lost, CustomerCreate someone, CancellationToken token)
    {
        SimulatedProvider simulated = app.Simulator[client.Provider.Name];
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
