using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Benchmarks.Peers;

/// <summary>A way to call an HTTP API without this library. Each one fails on an answer that is not a success, and reads JSON by source generation.</summary>
internal abstract class Peer : IDisposable
{
    /// <summary>Sends a request without a body and reads its answer.</summary>
    public abstract Task<TResult> GetAsync<TAnswer, TResult>(string path, JsonTypeInfo<TAnswer> answerInfo, Func<TAnswer, TResult> read)
        where TAnswer : class;

    /// <summary>Sends a request with a body and reads its answer.</summary>
    public abstract Task<TResult> SendAsync<TBody, TAnswer, TResult>(
        HttpMethod method,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyInfo,
        JsonTypeInfo<TAnswer> answerInfo,
        Func<TAnswer, TResult> read,
        string? idempotencyKey = null)
        where TBody : class
        where TAnswer : class;

    public abstract void Dispose();
}
