using BillingClients.Security.Tests.Subjects;

namespace BillingClients.Security.Tests.Responses;

/// <summary>What the simulated provider answered to one call.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Key">The value of its key.</param>
/// <param name="Case">Success, or the failure.</param>
/// <param name="Answers">The answers, in order; several where the client asks more than once.</param>
internal sealed record Golden(Operation Operation, string Key, string Case, IReadOnlyList<Answer> Answers)
{
    public const string Success = "success";

    public override string ToString() => $"{Operation.Name}, {Case}";

    /// <summary>The answers, with another one in a place.</summary>
    public IReadOnlyList<Answer> With(int place, Answer answer) => [.. Answers.Take(place), answer, .. Answers.Skip(place + 1)];
}
