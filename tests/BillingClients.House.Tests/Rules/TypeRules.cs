using Microsoft.CodeAnalysis;

namespace BillingClients.House.Tests.Rules;

public class TypeRules
{
    private static readonly string[] Namespaces = ["BillingClients", "BillingClients.Json", "BillingClients.Providers", "BillingClients.Wire", "BillingClients.Testing", "BillingClients.Conformance"];

    // Made for deriving: the message of the rule says why there are few.
    private static readonly string[] Open = ["DelegatingCustomerClient"];

    [Fact]
    public void A_class_is_sealed_static_or_abstract() =>
        Shipped.Types.Where(static type => type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false, IsAbstract: false } && !Open.Contains(type.Name))
            .ShouldBeNone("Seal it. What others may derive from can hardly be changed; if it is made for that, add it to the list with a test that derives from it.");

    [Fact]
    public void Users_need_few_namespaces() =>
        Shipped.Types.Where(static type => !Namespaces.Contains(type.ContainingNamespace.ToDisplayString()) && type.ContainingNamespace.Name != "DependencyInjection")
            .ShouldBeNone($"Put it in one of {string.Join(", ", Namespaces)}: a user should not have to search for a using.");

    [Fact]
    public void An_exception_is_a_BillingException_or_one_of_a_test_package() =>
        Shipped.Types.Where(static type => type.Name.EndsWith("Exception", StringComparison.Ordinal))
            .Where(static type => type.ContainingAssembly.Name is not ("BillingClients.Testing" or "BillingClients.Conformance"))
            .Where(static type => !Bases(type).Any(static parent => parent.Name == "BillingException") && type.Name is not ("BillingException" or "WireFormatException"))
            .ShouldBeNone("Derive it from BillingException: callers catch that and expect to have caught everything.");

    [Fact]
    public void No_type_is_nested() =>
        Shipped.Types.Where(static type => type.ContainingType is not null).ShouldBeNone("Give it a file of its own.");

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }
    }
}
