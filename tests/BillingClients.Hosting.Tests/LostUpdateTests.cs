using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>An update that is told as done has changed the customer, and one that is told as not done has not.</summary>
public sealed class LostUpdateTests : LostWriteTests
{
    private protected override async Task CheckAsync(AspireApp app, ICustomerClient client, Lost lost, CustomerCreate someone, CancellationToken token)
    {
        SimulatedProvider simulated = app.Simulator[client.Provider.Name];
        Customer created = await client.CreateAsync(someone, cancellationToken: token);

        Told told = await lost.DuringAsync(app, simulated, async () => await client.UpdateAsync(
            WriteCase.KeyOf(client, created), new CustomerUpdate { Name = "Ada King" }, cancellationToken: token));

        bool isChanged = simulated.Customers.Single(customer => customer.Id == created.Id).Json.Contains("King", StringComparison.Ordinal);
        (told.IsUnknown || told.IsDone == isChanged).ShouldBeTrue($"{lost}: told {told}; changed: {isChanged}");
    }
}
