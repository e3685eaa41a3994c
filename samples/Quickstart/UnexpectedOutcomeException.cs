namespace Quickstart;

/// <summary>A step did not end as it should.</summary>
internal sealed class UnexpectedOutcomeException(string message) : Exception(message);
