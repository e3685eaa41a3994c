using Microsoft.CodeAnalysis;

namespace BillingClients.House.Tests.Rules;

internal static class RuleAssert
{
    /// <summary>Fails with the names of what breaks the rule, and what to do about them.</summary>
    internal static void ShouldBeNone(this IEnumerable<ISymbol> offenders, string remedy) =>
        offenders.Select(static symbol => $"{symbol.ContainingAssembly.Name}: {symbol.ToDisplayString()}").ShouldBeNone(remedy);

    internal static void ShouldBeNone(this IEnumerable<string> offenders, string remedy) =>
        string.Join('\n', offenders.Order(StringComparer.Ordinal)).ShouldBeEmpty(remedy);
}
