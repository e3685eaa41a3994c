using System.Text;
using Microsoft.CodeAnalysis;

namespace BillingClients.House.Tests.PublicApi;

/// <summary>An assembly's public API as text: a line for each type and member, with everything that breaks a user's code when it changes.</summary>
internal static class Listing
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword);

    private static readonly SymbolDisplayFormat MemberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        parameterOptions: SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    internal static string Of(IAssemblySymbol assembly)
    {
        StringBuilder text = new();
        foreach (INamedTypeSymbol type in Shipped.TypesOf(assembly))
        {
            text.Append(Modifiers(type)).Append(type.ToDisplayString(TypeFormat)).Append(Bases(type)).Append('\n');
            IEnumerable<ISymbol> members = type.DelegateInvokeMethod is { } invoke ? [invoke] : Shipped.MembersOf(type);
            foreach (string member in members.Select(static member => member.ToDisplayString(MemberFormat)).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not TypeKind.Class } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static string Bases(INamedTypeSymbol type)
    {
        IEnumerable<INamedTypeSymbol> bases = type.BaseType is { SpecialType: SpecialType.None } parent ? PublicInterfaces(type).Prepend(parent) : PublicInterfaces(type);
        string text = string.Join(", ", bases.Select(static each => each.ToDisplayString(MemberFormat)).Order(StringComparer.Ordinal));
        return text.Length == 0 ? "" : " : " + text;
    }

    // An interface that nobody outside can name is no part of the API.
    private static IEnumerable<INamedTypeSymbol> PublicInterfaces(INamedTypeSymbol type) =>
        type.Interfaces.Where(static each => each.DeclaredAccessibility == Accessibility.Public);
}
