using BillingClients.Testing;

namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>What became of a call.</summary>
/// <param name="Failure">How it failed; null for success.</param>
/// <param name="Requests">What was sent for it.</param>
internal sealed record Tried(Exception? Failure, IReadOnlyList<JournalEntry> Requests)
{
    /// <summary>Whether it was refused as something that the provider lacks, before anything was sent.</summary>
    internal bool IsRefused => Failure is UnsupportedCapabilityException or UnsupportedFieldException && Requests.Count == 0;

    /// <summary>The last request, which is the one that changes something.</summary>
    internal JournalEntry Last => Requests[^1];

    /// <summary>The observation of a call that did not succeed; null when it did.</summary>
    internal string? Setback => Failure switch
    {
        null => null,
        _ when IsRefused => Words.Unsupported,
        BillingException { Attempts: > 0 } => Words.Sent,
        _ => $"failed with {Failure}",
    };

    /// <summary>An operation is native when one request does it.</summary>
    internal string AsOperation => Setback ?? (Requests.Count == 1 ? Words.Native : Words.Emulated);
}
