using BillingClients.Security.Tests.Subjects;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>One way to call a client with canaries in everything that it takes.</summary>
/// <param name="Name">What a failing test calls it.</param>
/// <param name="Kind">The operation that it is.</param>
/// <param name="RunAsync">Calls it; gives what it returned.</param>
public sealed record SweptCall(string Name, OperationKind Kind, Func<CallOptions, CancellationToken, Task<object?>> RunAsync)
{
    /// <summary>Every operation of a client, and what is built on them. The key is the canary id or external id, unless another is given.</summary>
    public static IReadOnlyList<SweptCall> Of(ICustomerClient client, Canaries canaries, string? id = null)
    {
        CustomerCapabilities capabilities = client.Provider.Capabilities;
        IEnumerable<SweptCall> operations = Operation.Of(client).Select(operation => new SweptCall(operation.Name, operation.Kind, async (options, token) =>
        {
            string key = operation.KeyKind == CustomerKeyKind.Id ? id ?? canaries["id"] : canaries["external id"];
            Task task = operation.RunAsync(client, key, canaries.Customer, options, token);
            await task;
            return task switch { Task<Customer> customer => customer.Result, Task<CustomerPage> page => page.Result, _ => null };
        }));
        CustomerListRequest filtered = new()
        {
            Email = capabilities.Filters.Email == Support.Unsupported ? null : canaries["e-mail"],
            ExternalId = capabilities.Filters.ExternalId == Support.Unsupported ? null : canaries["external id"],
        };
        return
        [
            .. operations,
            new("update of everything", OperationKind.Update, async (options, token) => await client.UpdateAsync(KeyFor(capabilities.Update), canaries.Update, options, token)),
            new("list with filters", OperationKind.List, async (options, token) => await client.ListPageAsync(filtered, options, token)),
            new("ListAsync", OperationKind.List, async (options, token) => await client.ListAsync(filtered, options, token).ToListAsync(token)),
            new("FindAsync", OperationKind.Get, async (options, token) => await client.FindAsync(KeyFor(capabilities.Get), options, token)),
            new("GetOrCreateAsync", OperationKind.Create, async (options, token) => await client.GetOrCreateAsync(canaries.Customer, options, token)),
        ];

        CustomerKey KeyFor(KeySupport keys) =>
            keys.ByExternalId == Support.Unsupported ? CustomerKey.FromId(id ?? canaries["id"]) : CustomerKey.FromExternalId(canaries["external id"]);
    }
}
