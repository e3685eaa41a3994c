using BillingClients.RefitShim.Diagnostics;
using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>Refuses every attribute of Refit that the shim doesn't have, wherever it stands on an interface.</summary>
internal static class AttributeRules
{
    public static void Check(INamedTypeSymbol type, DiagnosticBag diagnostics)
    {
        foreach (AttributeData attribute in type.GetAttributes().Where(static each => RefitNames.IsRefit(each) || RefitNames.IsUnsupported(each)))
        {
            Report(type, attribute, diagnostics);
        }

        foreach (ISymbol member in type.GetMembers())
        {
            IEnumerable<ISymbol> parameters = member is IMethodSymbol method ? method.Parameters : [];
            foreach (AttributeData attribute in parameters.Prepend(member).SelectMany(static each => each.GetAttributes()).Where(RefitNames.IsUnsupported))
            {
                Report(member, attribute, diagnostics);
            }
        }
    }

    private static void Report(ISymbol member, AttributeData attribute, DiagnosticBag diagnostics) =>
        diagnostics.Add(Rules.UnsupportedAttribute, member, RefitNames.Short(attribute.AttributeClass!.Name));
}
