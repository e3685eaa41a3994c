using BillingClients.Providers;

namespace BillingClients;

/// <summary>An operation on a resource of a billing provider, such as creating a customer. Compared by value.</summary>
/// <param name="Resource">The resource, in the singular and in lower case: <c>customer</c>.</param>
/// <param name="Kind">What the operation does with it.</param>
public sealed record BillingOperation(string Resource, OperationKind Kind)
{
    private const string OwnResource = "resource";

    /// <summary>The kind in lower case, for telemetry.</summary>
    internal string KindName { get; } = NameOf(Kind);

    /// <summary>The name for telemetry: <c>customer.create</c>.</summary>
    internal string Name { get; private init; } = $"{Resource}.{NameOf(Kind)}";

    /// <summary>Whether it only reads.</summary>
    internal bool IsRead => Kind is OperationKind.Get or OperationKind.List or OperationKind.Read;

    /// <summary>Whether it is a request of an interface of the application's own.</summary>
    internal bool IsOwn => Kind is OperationKind.Read or OperationKind.Write;

    /// <summary>The operation in general, for messages: <c>create customers</c>.</summary>
    internal string GeneralAction => Kind switch
    {
        OperationKind.Create => $"create {Resource}s",
        OperationKind.Get => $"look up {Resource}s",
        OperationKind.Update => $"update {Resource}s",
        OperationKind.Delete => $"delete {Resource}s",
        OperationKind.Read or OperationKind.Write => $"call {Name}",
        _ => $"list {Resource}s",
    };

    /// <summary>One call of the operation, for messages: <c>create the customer</c>.</summary>
    internal string Action => Kind switch
    {
        OperationKind.Create => $"create the {Resource}",
        OperationKind.Get => $"read the {Resource}",
        OperationKind.Update => $"update the {Resource}",
        OperationKind.Delete => $"delete the {Resource}",
        OperationKind.Read or OperationKind.Write => $"call {Name}",
        _ => $"list {Resource}s",
    };

    /// <summary>What a write did if it took effect, for messages: <c>created</c>.</summary>
    internal string Done => Kind switch
    {
        OperationKind.Create => "created",
        OperationKind.Delete => "deleted",
        _ => "changed",
    };

    /// <summary>
    /// A request of an interface of the application's own. Its name for telemetry is <c>GET /customers/{id}/invoices</c>; <c>GET [Url]</c> if the whole address is
    /// a value, as with Refit's <c>[Url]</c>.
    /// </summary>
    internal static BillingOperation Of(Endpoint endpoint) => new(OwnResource, endpoint.Method is "GET" or "HEAD" ? OperationKind.Read : OperationKind.Write)
    {
        Name = $"{endpoint.Method} {(endpoint.Template.Length == 0 ? "[Url]" : endpoint.Template)}",
    };

    /// <summary>The kind, such as <c>Create</c>.</summary>
    public override string ToString() => Kind.ToString();

    private static string NameOf(OperationKind kind) => kind switch
    {
        OperationKind.Create => "create",
        OperationKind.Get => "get",
        OperationKind.Update => "update",
        OperationKind.Delete => "delete",
        OperationKind.List => "list",
        OperationKind.Read => "read",
        _ => "write",
    };
}
