using BillingClients.RefitShim.Model;
using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>Turns the many attributes of an interface into one reading of it.</summary>
internal static class InterfaceFinder
{
    /// <summary>Parses the type that the attribute stands in, if it is the type's first attribute of Refit; null otherwise.</summary>
    public static ParseResult? Find(GeneratorAttributeSyntaxContext context)
    {
        INamedTypeSymbol? type = context.TargetSymbol as INamedTypeSymbol ?? context.TargetSymbol.ContainingType;
        return type is not null && context.Attributes.Contains(First(type)!) ? InterfaceParser.Parse(type) : null;
    }

    private static AttributeData? First(INamedTypeSymbol type) =>
        Symbols(type).SelectMany(static symbol => symbol.GetAttributes())
            .FirstOrDefault(static attribute => RefitNames.IsRefit(attribute) && RefitNames.All.Contains(attribute.AttributeClass!.Name));

    private static IEnumerable<ISymbol> Symbols(INamedTypeSymbol type) =>
        type.GetMembers().SelectMany(static member => member is IMethodSymbol method ? method.Parameters.Prepend<ISymbol>(method) : [member]).Prepend(type);
}
