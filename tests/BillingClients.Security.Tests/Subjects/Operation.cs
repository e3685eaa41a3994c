namespace BillingClients.Security.Tests.Subjects;

/// <summary>One way to call a client: an operation, and the kind of key that it takes.</summary>
/// <param name="Name">What a failing test calls it, such as <c>get by external id</c>.</param>
/// <param name="Kind">The operation.</param>
/// <param name="KeyKind">The kind of key; null for operations that take none.</param>
/// <param name="RunAsync">
/// Calls it. The text is the value of the key; a create and a get-or-create send the sample, an update and a list take their values from it.
/// </param>
public sealed record Operation(
    string Name,
    OperationKind Kind,
    CustomerKeyKind? KeyKind,
    Func<ICustomerClient, string, CustomerCreate, CallOptions?, CancellationToken, Task> RunAsync)
{
    private static readonly Operation[] All =
    [
        new("create", OperationKind.Create, null, static (client, _, sample, options, token) => client.CreateAsync(sample, options, token)),
        new("get by id", OperationKind.Get, CustomerKeyKind.Id, static (client, key, _, options, token) => client.GetAsync(CustomerKey.FromId(key), options, token)),
        new("get by external id", OperationKind.Get, CustomerKeyKind.ExternalId, static (client, key, _, options, token) => client.GetAsync(CustomerKey.FromExternalId(key), options, token)),
        new("update by id", OperationKind.Update, CustomerKeyKind.Id, static (client, key, sample, options, token) => client.UpdateAsync(CustomerKey.FromId(key), Change(sample), options, token)),
        new("update by external id", OperationKind.Update, CustomerKeyKind.ExternalId, static (client, key, sample, options, token) => client.UpdateAsync(CustomerKey.FromExternalId(key), Change(sample), options, token)),
        new("delete by id", OperationKind.Delete, CustomerKeyKind.Id, static (client, key, _, options, token) => client.DeleteAsync(CustomerKey.FromId(key), options, token)),
        new("delete by external id", OperationKind.Delete, CustomerKeyKind.ExternalId, static (client, key, _, options, token) => client.DeleteAsync(CustomerKey.FromExternalId(key), options, token)),
        new("list", OperationKind.List, null, static (client, _, _, options, token) => client.ListPageAsync(new CustomerListRequest(), options, token)),
    ];

    /// <summary>The operations that a client does not refuse as unsupported.</summary>
    public static IEnumerable<Operation> Of(ICustomerClient client) => All.Where(operation => operation.IsSupportedBy(client.Provider.Capabilities));

    private bool IsSupportedBy(CustomerCapabilities capabilities) => Kind switch
    {
        OperationKind.Create => capabilities.Create != Support.Unsupported,
        OperationKind.List => capabilities.List != Support.Unsupported,
        OperationKind.Get => Supports(capabilities.Get),
        OperationKind.Update => Supports(capabilities.Update),
        _ => Supports(capabilities.Delete),
    };

    private bool Supports(KeySupport keys) => (KeyKind == CustomerKeyKind.Id ? keys.ById : keys.ByExternalId) != Support.Unsupported;

    private static CustomerUpdate Change(CustomerCreate sample) => new() { Name = sample.Name!, Email = sample.Email! };
}
