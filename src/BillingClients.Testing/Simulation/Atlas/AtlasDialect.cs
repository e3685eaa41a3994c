namespace BillingClients.Testing;

/// <summary>Which of Atlas's two accounts of itself is simulated, where they differ.</summary>
public enum AtlasDialect
{
    /// <summary>
    /// The server's source: a create is answered with 201, ids are UUIDs, error bodies hold code and message, an update reads <c>default_token_id</c>, and
    /// neither idempotency keys nor rate limits are known.
    /// </summary>
    Source,

    /// <summary>
    /// The documentation: a create is answered with 200, ids are <c>cus_…</c>, error bodies are rich, an update reads <c>default_payment_method</c>, a create
    /// is done once for an <c>Idempotency-Key</c> of the last 24 hours, and every answer tells a request id and the rate limit.
    /// </summary>
    Documentation,
}
