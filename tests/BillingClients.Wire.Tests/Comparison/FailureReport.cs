using BillingClients.Wire.Tests.Mappings;

namespace BillingClients.Wire.Tests.Comparison;

/// <summary>What a test says when a client and the mapping files disagree.</summary>
internal static class FailureReport
{
    internal const string Approve = "APPROVE=1 dotnet test --project tests/BillingClients.Wire.Tests";

    internal const string Remedy =
        $"If the client is wrong, correct it.\nIf the change is intended, run `{Approve}` and review the diff of wiremock/.";

    /// <summary>A request beside the stub that it should have met, or beside the one that it comes closest to.</summary>
    internal static string Of(SentRequest sent, IReadOnlyList<Mapping> candidates)
    {
        if (candidates.Count == 0)
        {
            return $"There are no stubs for {sent.Method} {sent.Path}.\n{Remedy}";
        }

        (Mapping nearest, IReadOnlyList<Row> rows) = candidates
            .Select(mapping => (Mapping: mapping, Rows: RequestComparison.Of(mapping.Request, sent)))
            .MinBy(static each => each.Rows.Count(static row => !row.IsSame));
        string answeredBy = sent.AnsweredBy is null ? "no stub" : $"\"{sent.AnsweredBy}\"";
        return $"""
            A request does not fit the stub "{nearest.Name}" ({FileOf(nearest)}); it was answered by {answeredBy}.
            {SideBySide.Print("expected", "sent", rows)}{Remedy}
            """;
    }

    /// <summary>A call that sends another number of requests than it has stubs.</summary>
    internal static string OfCount(string call, IReadOnlyList<Mapping> stubs, int sent) =>
        $"The number of requests of the call \"{call}\" is {sent}. Its stubs are {stubs.Count}:{Listed(stubs)}\n{Remedy}";

    /// <summary>Stubs that no call asked for.</summary>
    internal static string OfUnused(IEnumerable<Mapping> stubs) =>
        $"These stubs are not used by any call of the scenario:{Listed(stubs)}\nAdd a call for them to Scenarios/, or run `{Approve}`, which removes them.";

    /// <summary>A result that differs from the simulator's.</summary>
    internal static string OfResult(string call, IReadOnlyList<Row> rows) =>
        $"""
        "{call}": the client's result with the mapping file differs from its result with the simulator:
        {SideBySide.Print("simulator", "WireMock", [.. rows.Where(static row => !row.IsSame)])}{Remedy}
        """;

    private static string Listed(IEnumerable<Mapping> stubs) => string.Concat(stubs.Select(static stub => $"\n  \"{stub.Name}\" ({FileOf(stub)})"));

    private static string FileOf(Mapping mapping) => $"wiremock/{mapping.Name.Split(':')[0].Replace(' ', '/')}.json";
}
