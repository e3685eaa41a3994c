using Microsoft.CodeAnalysis;

namespace BillingClients.House.Tests.Rules;

/// <summary>A rule over nothing holds always.</summary>
public class ShippedTests
{
    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_rules_see_the_types_of_each_package_and_their_members(string package)
    {
        INamedTypeSymbol[] types = [.. Shipped.TypesOf(Shipped.Assemblies.Single(assembly => assembly.Name == package))];

        types.ShouldAllBe(type => type.ContainingAssembly.Name == package && type.DeclaredAccessibility == Accessibility.Public);
        types.SelectMany(Shipped.MembersOf).Count().ShouldBeGreaterThan(types.Length);
    }

    // A reference that is not found would leave a type without its members, and the rules blind.
    [Fact]
    public void The_rules_see_what_every_signature_is_made_of() =>
        Shipped.Members.OfType<IMethodSymbol>().SelectMany(static method => method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType))
            .ShouldAllBe(static type => type.TypeKind != TypeKind.Error);
}
