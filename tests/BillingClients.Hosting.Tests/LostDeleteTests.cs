using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>A delete that is told as done has removed or archived the customer, and one that is told as not done has not.</summary>
public sealed class LostDeleteTests : LostWriteTests
{
    private protected override bool IsOffered(CustomerCapabilities capabilities) => capabilities.DeleteEffect != DeleteEffect.None;

    private protected override async Task CheckAsync(AspireApp app, ICustomerClient client, Lost lost, CustomerCreate someone, CancellationToken token)
    {
        SimulatedProvider simulated = app.Simulator[client.Provider.Name];
        Customer created = await client.CreateAsync(someone, cancellationToken: token);

        Told told = await lost.DuringAsync(app, simulated, async () =>
        {
            await client.DeleteAsync(WriteCase.KeyOf(client, created), cancellationToken: token);
            return null;
        });

        bool isGone = !simulated.Customers.Any(customer => customer.Id == created.Id && !customer.IsArchived);
        (told.IsUnknown || told.IsDone == isGone).ShouldBeTrue($"{lost}: told {told}; gone: {isGone}");
    }
}
