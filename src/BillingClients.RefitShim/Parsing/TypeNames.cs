using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>How types are told apart, and written in generated code.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly HashSet<string> NotJson =
    [
        "string", "object", "byte[]", "System.IO.Stream", "System.Net.Http.HttpContent", "System.Net.Http.HttpResponseMessage",
    ];

    public static string InCode(ITypeSymbol type) => type.ToDisplayString(Full);

    public static string InMessage(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    public static bool IsCancellationToken(ITypeSymbol type) => Is(type, "System.Threading", "CancellationToken", 0);

    public static bool IsTask(ITypeSymbol type) => Is(type, "System.Threading.Tasks", "Task", 0);

    public static bool IsTaskOf(ITypeSymbol type) => Is(type, "System.Threading.Tasks", "Task", 1);

    /// <summary>Whether the type is one that Refit, too, would write and read as JSON.</summary>
    public static bool IsJson(ITypeSymbol type) =>
        type.TypeKind is not (TypeKind.Error or TypeKind.TypeParameter or TypeKind.Dynamic)
        && type.ContainingNamespace?.ToDisplayString() != "Refit"
        && !SelfAndBases(type).Any(static each => NotJson.Contains(each.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString()));

    /// <summary>Whether the type can stand in a URL; the URL has no place for null except where a parameter can be left out.</summary>
    public static bool IsScalar(ITypeSymbol type, bool nullable)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } wrapper)
        {
            return nullable && IsScalar(wrapper.TypeArguments[0], nullable: false);
        }

        return type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Boolean || IsString(type, nullable);
    }

    public static bool IsString(ITypeSymbol type, bool nullable) =>
        type.SpecialType == SpecialType.System_String && (nullable || type.NullableAnnotation != NullableAnnotation.Annotated);

    private static bool Is(ITypeSymbol type, string ns, string name, int arity) =>
        type is INamedTypeSymbol named && named.Name == name && named.Arity == arity && named.ContainingNamespace.ToDisplayString() == ns;

    private static IEnumerable<ITypeSymbol> SelfAndBases(ITypeSymbol type)
    {
        for (ITypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            if (each.SpecialType != SpecialType.System_Object || SymbolEqualityComparer.Default.Equals(each, type))
            {
                yield return each;
            }
        }
    }
}
