namespace BillingClients.Testing;

/// <summary>Which of Atlas's two sources is simulated where they differ.</summary>
public enum AtlasDialect
{
    /// <summary>
    /// The server's source: a create is answered with 201, ids are UUIDs, error bodies have code and message only, an update reads <c>default_token_id</c>, and
    /// there are no idempotency keys and no rate limits.
    /// </summary>
    Source,

    /// <summary>
    /// The documentation: a create is answered with 200, ids are <c>cus_…</c>, error bodies are rich, an update reads <c>default_payment_method</c>, a create
    /// happens once for each <c>Idempotency-Key</c> of the last 24 hours, and every answer has a request id and the rate limit.
    /// </summary>
    Documentation,
}
