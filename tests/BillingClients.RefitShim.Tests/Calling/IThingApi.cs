using Refit;

namespace BillingClients.RefitShim.Tests.Calling;

/// <summary>One of everything that the shim supports.</summary>
internal interface IThingApi
{
    [Get("/things/{id}")]
    Task<Thing?> GetAsync(string id, CancellationToken cancellationToken);

    [Get("/things/{id}/parts/{number}/{final}")]
    Task<Thing?> GetPartAsync(string id, long number, bool final, CancellationToken cancellationToken);

    [Get("/things")]
    [Headers("Accept: application/vnd.thing+json", "X-Version: 2")]
    Task<List<Thing>> ListAsync(
        string? name, int? limit, long? since, bool? archived, [AliasAs("filter[a&b]")] string? filter, int page, CancellationToken cancellationToken);

    [Post("/things")]
    Task<Thing?> CreateAsync([Body] Thing? thing, [Header("Idempotency-Key")] string? idempotencyKey, CancellationToken cancellationToken);

    [Put("/things")]
    Task<Thing?> PutAsync([AliasAs("id")] string? thingId, [Body] Thing thing, CancellationToken cancellationToken);

    [Patch("/things/{id}")]
    Task<Thing?> PatchAsync(string id, [Body] Thing thing, CancellationToken cancellationToken);

    [Delete("/things/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    [Get("/count")]
    Task<int> CountAsync(CancellationToken cancellationToken);
}
