namespace BillingClients.Wire;

/// <summary>The answer of <c>DELETE /customers/{id}</c>: <c>{id, object, deleted}</c>.</summary>
internal sealed class AtlasDeletion
{
    public string? Id { get; init; }

    public bool? Deleted { get; init; }
}
