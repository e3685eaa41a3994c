using Xunit;

namespace BillingClients.Conformance;

/// <summary>The ways to lose an answer, as rows of tests.</summary>
public static class LostAnswers
{
    /// <summary>Each way, with attempts left and without.</summary>
    public static TheoryData<LostAnswer, bool> All { get; } = new MatrixTheoryData<LostAnswer, bool>(Enum.GetValues<LostAnswer>(), [true, false]);
}
