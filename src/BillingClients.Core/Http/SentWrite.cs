namespace BillingClients.Providers;

/// <summary>What became of the write of an attempt: the one request that changes something. A mutable struct, kept in a field of <see cref="ProviderCall"/>.</summary>
internal struct SentWrite
{
    private Uri? _address;
    private bool _isAnswered;

    /// <summary>Whether the write was sent, or is being sent. False once it is known that nothing of it left.</summary>
    internal readonly bool MayHaveArrived => _address is not null;

    /// <summary>Whether the write was sent and got no answer. An answer that comes all the same was made up by a handler of the application.</summary>
    internal readonly bool IsLost => MayHaveArrived && !_isAnswered;

    /// <summary>Begins to send a write.</summary>
    /// <returns>False if the same write was sent already in this attempt: it must not be sent again.</returns>
    internal bool TryBegin(Uri address) => Interlocked.CompareExchange(ref _address, address, null) is not { } earlier || earlier != address;

    /// <summary>Ends the sending of a write.</summary>
    /// <param name="address">Where it went.</param>
    /// <param name="wasSent">Whether anything of it was written to a connection, or it was answered.</param>
    /// <param name="isAnswered">Whether it was answered.</param>
    internal void End(Uri address, bool wasSent, bool isAnswered)
    {
        _isAnswered |= isAnswered;
        if (!wasSent)
        {
            // By reference: only the one that began is taken back.
            Interlocked.CompareExchange(ref _address, null, address);
        }
    }
}
