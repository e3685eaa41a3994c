namespace Quickstart;

/// <summary>How a step ended.</summary>
/// <param name="IsExpected">Whether that was as it should be.</param>
/// <param name="Outcome">In a few words.</param>
/// <param name="Duration">How long it took; null when nothing was sent.</param>
internal sealed record StepResult(bool IsExpected, string Outcome, TimeSpan? Duration);
