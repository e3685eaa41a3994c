using BillingClients.RefitShim.Diagnostics;
using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Model;

/// <summary>A diagnostic that can be compared by value, and so be cached.</summary>
internal sealed record DiagnosticModel(string Id, LocationModel? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticModel Create(DiagnosticDescriptor rule, ISymbol at, params string[] arguments) =>
        new(rule.Id, LocationModel.Of(at), arguments.ToEquatableArray());

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rules.ById(Id), Location?.ToLocation(), Arguments.ToArray<object>());
}
