using Microsoft.CodeAnalysis;

namespace BillingClients.House.Tests.Rules;

public class MemberRules
{
    private static readonly string[] Changeable = ["List", "IList", "ICollection", "Collection", "Dictionary", "IDictionary", "HashSet", "ISet", "ConcurrentDictionary", "ConcurrentQueue"];

    // Exceptions with their reasons: System.Text.Json fills what is marked as extension data, through a setter and through this interface alone;
    // and a conversion, such as that of `Metadata = new Dictionary<…>`, copies: the language has none from an interface.
    private static bool MustBeAsItIs(ISymbol member) =>
        member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "JsonExtensionDataAttribute") || member is IMethodSymbol { MethodKind: MethodKind.Conversion };

    [Fact]
    public void No_collection_that_is_handed_out_or_taken_can_be_changed() =>
        Shipped.Members.Where(static member => !MustBeAsItIs(member) && TypesIn(member).Any(IsChangeable))
            .ShouldBeNone("Say IReadOnlyList or IReadOnlyDictionary: a collection that two sides can change belongs to nobody.");

    [Fact]
    public void A_field_is_a_constant() =>
        Shipped.Members.OfType<IFieldSymbol>().Where(static field => !field.IsConst).ShouldBeNone("Make it a property: a field can't be changed later without breaking users.");

    [Fact]
    public void Only_options_can_be_set_after_they_were_made() =>
        Shipped.Members.OfType<IPropertySymbol>()
            .Where(static property => property.SetMethod is { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public })
            .Where(static property => !property.ContainingType.Name.EndsWith("Options", StringComparison.Ordinal) && property.ContainingAssembly.Name != "BillingClients.Testing" && !MustBeAsItIs(property))
            .ShouldBeNone("Say init: what is passed to a client that other threads use must not change under it.");

    [Fact]
    public void Time_comes_from_a_TimeProvider() =>
        Shipped.Members.Where(static member => TypesIn(member).Any(static type => type.Name == "DateTime"))
            .ShouldBeNone("Say DateTimeOffset: a DateTime does not know its offset.");

    private static IEnumerable<ITypeSymbol> TypesIn(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType),
        IPropertySymbol property => [property.Type],
        IFieldSymbol field => [field.Type],
        _ => [],
    };

    private static bool IsChangeable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => false,
        INamedTypeSymbol { IsGenericType: true } named => Changeable.Contains(named.Name) || named.TypeArguments.Any(IsChangeable),
        _ => false,
    };
}
