using BillingClients.RefitShim.Diagnostics;
using BillingClients.RefitShim.Model;
using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>Reads a whole Refit interface into a model, or says why it can't.</summary>
internal static class InterfaceParser
{
    public static ParseResult Parse(INamedTypeSymbol type)
    {
        var diagnostics = new DiagnosticBag();
        if (type.TypeKind != TypeKind.Interface || IsGeneric(type) || !IsReachable(type))
        {
            diagnostics.Add(Rules.NotAnInterface, type);
            return new ParseResult(null, diagnostics.ToEquatableArray());
        }

        foreach (INamedTypeSymbol inherited in type.Interfaces)
        {
            diagnostics.Add(Rules.InheritedInterface, type, TypeNames.InMessage(inherited));
        }

        AttributeRules.Check(type, diagnostics);
        MethodModel[] methods = [.. type.GetMembers().Select(member => ParseMember(member, diagnostics)).OfType<MethodModel>()];
        InterfaceModel? model = diagnostics.IsEmpty ? Model(type, methods) : null;
        return new ParseResult(model, diagnostics.ToEquatableArray());
    }

    private static MethodModel? ParseMember(ISymbol member, DiagnosticBag diagnostics)
    {
        if (member is IMethodSymbol { AssociatedSymbol: not null })
        {
            // The accessors of a property or event, which is itself refused.
            return null;
        }

        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
        {
            diagnostics.Add(Rules.UnsupportedMember, member);
            return null;
        }

        if (!method.IsAbstract || method.IsStatic)
        {
            diagnostics.Add(Rules.MethodWithBody, method);
            return null;
        }

        return MethodParser.Parse(method, diagnostics);
    }

    private static InterfaceModel Model(INamedTypeSymbol type, IEnumerable<MethodModel> methods) => new(
        type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString(),
        TypeNames.InCode(type),
        "Refit" + string.Join("_", SelfAndOuter(type).Reverse().Select(static each => WithoutI(each.Name))),
        methods.ToEquatableArray());

    private static string WithoutI(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name;

    private static bool IsGeneric(INamedTypeSymbol type) => SelfAndOuter(type).Any(static each => each.IsGenericType || each.IsFileLocal);

    private static bool IsReachable(INamedTypeSymbol type) =>
        SelfAndOuter(type).All(static each =>
            each.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);

    private static IEnumerable<INamedTypeSymbol> SelfAndOuter(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? each = type; each is not null; each = each.ContainingType)
        {
            yield return each;
        }
    }
}
