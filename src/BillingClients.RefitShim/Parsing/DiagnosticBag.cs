using BillingClients.RefitShim.Model;
using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>Collects what is wrong with an interface, always naming the member as <c>Interface.Member</c>.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<DiagnosticModel> _found = [];

    public bool IsEmpty => _found.Count == 0;

    public void Add(DiagnosticDescriptor rule, ISymbol member, params string[] arguments) => Add(rule, member, member, arguments);

    public void Add(DiagnosticDescriptor rule, ISymbol member, ISymbol at, params string[] arguments) =>
        _found.Add(DiagnosticModel.Create(rule, at, [NameOf(member), .. arguments]));

    public EquatableArray<DiagnosticModel> ToEquatableArray() => _found.ToEquatableArray();

    private static string NameOf(ISymbol member) =>
        member.ContainingType is { TypeKind: TypeKind.Interface } ? $"{member.ContainingType.Name}.{member.Name}" : member.Name;
}
