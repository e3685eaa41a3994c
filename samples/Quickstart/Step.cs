using System.Globalization;
using BillingClients;

namespace Quickstart;

/// <summary>One step of the tour, at one provider.</summary>
/// <param name="Name">What is done.</param>
/// <param name="IsOffered">Whether the provider's capabilities say that it can be done; when not, the client must refuse.</param>
/// <param name="Run">Does it; says in a few words what came of it.</param>
internal sealed record Step(string Name, Func<CustomerCapabilities, bool> IsOffered, Func<Visit, CancellationToken, Task<string>> Run)
{
    /// <summary>The tour's steps, in order.</summary>
    public static IReadOnlyList<Step> All { get; } =
    [
        new("create", static can => can.Create != Support.Unsupported, static async (visit, token) =>
        {
            visit.Customer = await visit.Client.CreateAsync(visit.Ada, cancellationToken: token);
            return $"HTTP {visit.Customer.Response!.StatusCode}";
        }),
        new("read by id", static can => can.Get.ById != Support.Unsupported, static async (visit, token) =>
            Same(visit, await visit.Client.GetAsync(CustomerKey.FromId(visit.Customer!.Id), cancellationToken: token))),
        new("by external id", static can => can.Get.ByExternalId != Support.Unsupported, static async (visit, token) =>
            Same(visit, await visit.Client.GetAsync(CustomerKey.FromExternalId(visit.Ada.ExternalId!), cancellationToken: token))),
        new("change the name", static _ => true, static async (visit, token) =>
            (await visit.Client.UpdateAsync(visit.Key, new CustomerUpdate { FirstName = "Ada", LastName = "King" }, cancellationToken: token)).Name == "Ada King"
                ? "Ada King"
                : throw new UnexpectedOutcomeException("the name did not change")),
        new("clear an address", static can => can.Field(CustomerField.BillingAddress).Clear != Support.Unsupported, static async (visit, token) =>
        {
            await visit.Client.UpdateAsync(visit.Key, new CustomerUpdate { BillingAddress = new Address { Line1 = "12 St James's Square", Country = "GB" } }, cancellationToken: token);
            Customer cleared = await visit.Client.UpdateAsync(visit.Key, new CustomerUpdate { BillingAddress = null }, cancellationToken: token);
            return cleared.BillingAddress?.Line1 is null ? "cleared" : throw new UnexpectedOutcomeException("the address is still there");
        }),
        new("list", static can => can.List != Support.Unsupported, static async (visit, token) =>
        {
            int count = 0;
            await foreach (Customer _ in visit.Client.ListAsync(cancellationToken: token).Take(100))
            {
                count++;
            }

            return count > 0 ? $"{count} found" : throw new UnexpectedOutcomeException("the list is empty");
        }),
        new("create it again", static can => can.UniqueKey != UniqueKey.None, static async (visit, token) =>
        {
            BillingConflictException conflict = await Expect.ThrowsAsync<BillingConflictException>(() => visit.Client.CreateAsync(visit.Ada, cancellationToken: token));
            return $"taken, {conflict.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "unsent"}";
        }),
        new("make a mistake", static _ => true, static async (visit, token) =>
        {
            visit.Mistake = await Expect.ThrowsAsync<BillingException>(() => visit.Showcase.Mistake(visit.Client, visit.Ada));
            return visit.Mistake.Attempts == 0 ? "unsent" : "refused";
        }),
        new("delete", static can => can.DeleteEffect != DeleteEffect.None, static async (visit, token) =>
        {
            await visit.Client.DeleteAsync(visit.Key, cancellationToken: token);
            return visit.Client.Provider.Capabilities.DeleteEffect == DeleteEffect.Archives ? "archived" : "deleted";
        }),
    ];

    private static string Same(Visit visit, Customer read) =>
        read.Id == visit.Customer!.Id ? "the same" : throw new UnexpectedOutcomeException("another customer came back");
}
