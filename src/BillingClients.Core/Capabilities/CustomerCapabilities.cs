using System.Collections.Immutable;

namespace BillingClients;

/// <summary>What a provider can do with customers. Immutable; what is not declared is <see cref="Support.Unsupported"/>.</summary>
/// <remarks>The declarations are checked against each adapter's behaviour, and printed in <c>docs/providers.md</c>, by the tests.</remarks>
public sealed record CustomerCapabilities
{
    /// <summary><see cref="ICustomerClient.CreateAsync"/>.</summary>
    public Support Create { get; init; }

    /// <summary><see cref="ICustomerClient.GetAsync"/>, by kind of key.</summary>
    public KeySupport Get { get; init; }

    /// <summary><see cref="ICustomerClient.UpdateAsync"/>, by kind of key.</summary>
    public KeySupport Update { get; init; }

    /// <summary><see cref="ICustomerClient.DeleteAsync"/>, by kind of key.</summary>
    public KeySupport Delete { get; init; }

    /// <summary>What a delete leaves.</summary>
    public DeleteEffect DeleteEffect { get; init; }

    /// <summary><see cref="ICustomerClient.ListPageAsync"/>.</summary>
    public Support List { get; init; }

    /// <summary>Filters of a list.</summary>
    public FilterSupport Filters { get; init; }

    /// <summary>Customers on a page when the request does not say; null when not documented.</summary>
    public int? DefaultPageSize { get; init; }

    /// <summary>The largest page; null when not documented.</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>Whether a list tells how many customers there are in all.</summary>
    public Support TotalCount { get; init; }

    /// <summary>Whether a create with the same idempotency key is done once. <see cref="Support.Unknown"/>: the key is sent, and nothing is promised.</summary>
    public Support IdempotencyKeys { get; init; }

    /// <summary>Whether an update that is sent twice means the same as one; then it is retried.</summary>
    public bool IdempotentUpdate { get; init; }

    /// <summary>Whether a delete that is sent twice means the same as one; then it is retried.</summary>
    public bool IdempotentDelete { get; init; }

    /// <summary>The field that no two customers share.</summary>
    public UniqueKey UniqueKey { get; init; }

    /// <summary>What a create does when another customer has the unique key. Without meaning if nothing is unique.</summary>
    public TakenKeyEffect TakenKeyEffect { get; init; }

    /// <summary>Fields that a create must have, in the provider's documents.</summary>
    public IReadOnlyList<CustomerField> RequiredFields { get; init => field = value ?? []; } = [];

    /// <summary>Each field that is supported in some way.</summary>
    public IReadOnlyDictionary<CustomerField, FieldSupport> Fields
    {
        get;
        init => field = value ?? ImmutableDictionary<CustomerField, FieldSupport>.Empty;
    } = ImmutableDictionary<CustomerField, FieldSupport>.Empty;

    /// <summary>By which keys an operation can address a customer; none for a create and a list.</summary>
    /// <param name="operation">The kind of operation.</param>
    public KeySupport KeysFor(OperationKind operation) => operation switch
    {
        OperationKind.Get => Get,
        OperationKind.Update => Update,
        OperationKind.Delete => Delete,
        _ => default,
    };

    /// <summary>The support for one field.</summary>
    public FieldSupport Field(CustomerField field) => Fields.TryGetValue(field, out FieldSupport support) ? support : default;
}
