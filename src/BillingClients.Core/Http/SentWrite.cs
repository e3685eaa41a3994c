namespace BillingClients.Providers;

/// <summary>
/// Whether the write of an attempt, its one request that changes something, was sent and answered. A mutable struct, kept in a field of
/// <see cref="ProviderCall"/>.
/// </summary>
internal struct SentWrite
{
    private RequestBody? _body;
    private bool _isAnswered;

    /// <summary>Whether the write was sent, or is being sent. It becomes false again when it turns out that nothing was sent.</summary>
    internal readonly bool MayHaveArrived => _body is not null;

    /// <summary>Whether the write was sent and not answered. If the client receives an answer nevertheless, a handler of the application made it up.</summary>
    internal readonly bool IsLost => MayHaveArrived && !_isAnswered;

    /// <summary>Begins to send a write.</summary>
    /// <returns>False if a write was sent already in this attempt, or is being sent: an attempt has one write, whatever its address.</returns>
    internal bool TryBegin(RequestBody body) =>
        Interlocked.CompareExchange(ref _body, body, null) is null;

    /// <summary>A request was answered.</summary>
    internal void Answered(HttpContent? content) => _isAnswered |= content is not null && content == _body;

    /// <summary>A request was not answered.</summary>
    /// <param name="content">Its body.</param>
    /// <param name="wasSentUnseen">Whether the request may have been sent although its body was not written.</param>
    internal void Failed(HttpContent? content, bool wasSentUnseen)
    {
        if (content is RequestBody { WasWritten: false } body && !wasSentUnseen)
        {
            Interlocked.CompareExchange(ref _body, null, body);
        }
    }
}
