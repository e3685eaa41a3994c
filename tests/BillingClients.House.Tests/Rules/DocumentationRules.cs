using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace BillingClients.House.Tests.Rules;

/// <summary>The compiler asks for a comment; these ask for what it has to say.</summary>
public class DocumentationRules
{
    // By assembly and name: source generators write the same internal helpers into several.
    private static readonly ILookup<(string, string), XElement> Comments =
        (from assembly in Shipped.Assemblies
         from member in XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly.Name + ".xml")).Descendants("member")
         select (Key: (assembly.Name, member.Attribute("name")!.Value), member)).ToLookup(static each => each.Key, static each => each.member);

    [Fact]
    public void Everything_public_says_what_it_is() =>
        Shipped.Types.Concat(Shipped.Members).Where(static symbol => !NeedsNoWords(symbol) && string.IsNullOrWhiteSpace(Comment(symbol)?.Element("summary")?.Value))
            .ShouldBeNone("Write a <summary>: what it does, units, default, what null means.");

    [Fact]
    public void A_summary_is_a_sentence() =>
        Shipped.Types.Concat(Shipped.Members).Where(static symbol => Comment(symbol)?.Element("summary")?.Value.Trim() is { Length: > 0 } text && !".?!:".Contains(text[^1]))
            .ShouldBeNone("End it with a full stop.");

    [Fact]
    public void Every_parameter_of_the_client_and_of_registration_is_explained() =>
        Shipped.Members.OfType<IMethodSymbol>()
            .Where(static method => method.ContainingType.Name is "ICustomerClient" || method.ContainingType.Name.EndsWith("ServiceCollectionExtensions", StringComparison.Ordinal))
            .Where(static method => method.Parameters.Any(parameter => !Inherits(method) && !Explains(method, parameter.Name)))
            .ShouldBeNone("Add a <param> for each parameter.");

    [Fact]
    public void Every_operation_says_what_it_throws() =>
        Shipped.Types.Single(static type => type.Name == "ICustomerClient").GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method.Name.EndsWith("Async", StringComparison.Ordinal) && Comment(method)?.Element("exception") is null)
            .ShouldBeNone("Add an <exception> for each exception that callers should handle.");

    private static XElement? Comment(ISymbol symbol) => Comments[(symbol.ContainingAssembly.Name, symbol.GetDocumentationCommentId()!)].FirstOrDefault();

    // A constructor without parameters has nothing to say that its type does not.
    private static bool NeedsNoWords(ISymbol symbol) => Inherits(symbol) || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 };

    private static bool Inherits(ISymbol symbol) => Comment(symbol)?.Element("inheritdoc") is not null || symbol is IMethodSymbol { IsOverride: true, Name: "ToString" };

    private static bool Explains(IMethodSymbol method, string parameter) =>
        Comment(method)?.Elements("param").Any(element => element.Attribute("name")?.Value == parameter && element.Value.Length > 0) == true;
}
