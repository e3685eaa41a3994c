namespace BillingClients.Providers;

/// <summary>What became of the write of an attempt: the one request that changes something. A mutable struct, kept in a field of <see cref="ProviderCall"/>.</summary>
internal struct SentWrite
{
    private RequestBody? _body;
    private bool _isAnswered;

    /// <summary>Whether the write was sent, or is being sent. False again when it is known that nothing of it left.</summary>
    internal readonly bool MayHaveArrived => _body is not null;

    /// <summary>Whether the write was sent and got no answer. An answer that comes all the same was made up by a handler of the application.</summary>
    internal readonly bool IsLost => MayHaveArrived && !_isAnswered;

    /// <summary>Begins to send a write.</summary>
    /// <returns>False if a write was sent already in this attempt, or is being sent: an attempt has one write, whatever its address.</returns>
    internal bool TryBegin(RequestBody body) =>
        Interlocked.CompareExchange(ref _body, body, null) is null;

    /// <summary>A request was answered.</summary>
    internal void Answered(HttpContent? content) => _isAnswered |= content is not null && content == _body;

    /// <summary>A request was not answered.</summary>
    /// <param name="content">What it carried.</param>
    /// <param name="wasSentUnseen">Whether it may have been sent although its body does not know.</param>
    internal void Failed(HttpContent? content, bool wasSentUnseen)
    {
        if (content is RequestBody { WasWritten: false } body && !wasSentUnseen)
        {
            Interlocked.CompareExchange(ref _body, null, body);
        }
    }
}
