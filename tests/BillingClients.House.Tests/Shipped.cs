using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BillingClients.House.Tests;

/// <summary>The shipped assemblies, as the compiler of someone who uses them sees them.</summary>
internal static class Shipped
{
    private static readonly Assembly[] Loaded =
    [
        typeof(ICustomerClient).Assembly, typeof(Testing.ProviderSimulator).Assembly, typeof(Conformance.CustomerClientHarness).Assembly,
        .. DiscoveredProvider.Assemblies,
    ];

    private static readonly CSharpCompilation User = CSharpCompilation.Create("User", references: References());

    /// <summary>Each assembly; it has the name of its package.</summary>
    internal static IReadOnlyList<IAssemblySymbol> Assemblies { get; } =
    [
        .. User.References.Select(User.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Where(static symbol => Loaded.Any(assembly => assembly.GetName().Name == symbol.Name)),
    ];

    /// <summary>The packages' names, as rows of tests.</summary>
    public static TheoryData<string> Names { get; } = new(Loaded.Select(static assembly => assembly.GetName().Name!));

    /// <summary>Every type that a user can name.</summary>
    internal static IEnumerable<INamedTypeSymbol> Types => Assemblies.SelectMany(TypesOf);

    /// <summary>Every member that a user can name, or override.</summary>
    internal static IEnumerable<ISymbol> Members => Types.SelectMany(MembersOf);

    /// <summary>The types of an assembly that a user can name, in order.</summary>
    internal static IEnumerable<INamedTypeSymbol> TypesOf(IAssemblySymbol assembly) =>
        Within(assembly.GlobalNamespace).Where(IsVisible).OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal);

    /// <summary>The members of a type that a user can name; not what the compiler adds to a record.</summary>
    internal static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate ? [] :
        from member in type.GetMembers()
        where IsVisible(member) && member is not (INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null })
        where !member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute")
        where member is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0, IsImplicitlyDeclared: true }
        select member;

    private static IEnumerable<INamedTypeSymbol> Within(INamespaceSymbol space) => space.GetMembers().SelectMany(static member =>
        member is INamespaceSymbol inner ? Within(inner) : member is INamedTypeSymbol type ? WithNested(type) : []);

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Prepend(type);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is not { } outer || IsVisible(outer));

    private static IEnumerable<MetadataReference> References()
    {
        string[] loaded = [.. Loaded.Select(static assembly => assembly.Location)];
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return platform.Split(Path.PathSeparator).Union(loaded).Select(static path => MetadataReference.CreateFromFile(path));
    }
}
