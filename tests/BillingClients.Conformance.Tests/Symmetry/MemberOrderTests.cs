using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingClients.Conformance.Tests.Symmetry;

/// <summary>A comparison of two adapters' files shows what differs between the providers, and not where somebody put it.</summary>
public sealed class MemberOrderTests
{
    // The whole client, but for the helpers at its end, which are each provider's own.
    private static readonly string[] InClient =
    [
        "Endpoints", "_api", "{P}CustomerClient", "Descriptor", "Provider", "ApiKeyHeader", "Check",
        "CreateOnceAsync", "GetOnceAsync", "UpdateOnceAsync", "DeleteOnceAsync", "ListOnceAsync",
        "KeyThatCreateOverwrites", "FindHolderAsync", "RecoveryModeOf", "LookUpAsync", "ReadError", "Differences",
    ];

    // Those that a provider may lack: it has no such operation, or does what the base does.
    private static readonly string[] Optional = ["Provider", "Check", "DeleteOnceAsync", "KeyThatCreateOverwrites", "FindHolderAsync", "RecoveryModeOf", "LookUpAsync"];

    private static readonly string[] InMapping = ["ToWire", "ToCustomer", "ToPage", "Differences"];

    public static TheoryData<string> Providers => Adapters.Names;

    /// <summary>Put the members in the order of the other clients.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_client_has_the_same_members_in_the_same_order(string provider)
    {
        string[] members = [.. MembersOf(provider, "{P}CustomerClient.cs").Distinct()];
        int end = Array.IndexOf(members, "Differences") + 1;

        members[..end].ShouldBe(InClient.Where(member => !Optional.Contains(member) || members.Contains(member)));
        members[end..].Intersect(InClient).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_mapping_goes_out_and_comes_back_in_the_same_order(string provider) =>
        MembersOf(provider, "{P}Mapping.cs").Where(InMapping.Contains).Distinct().ShouldBe(InMapping);

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_interface_has_its_endpoints_in_the_order_of_the_client(string provider)
    {
        string[] endpoints = MembersOf(provider, "I{P}Api.cs");
        string[] verbs = ["Create", "Get", "Upsert", "Update", "Delete", "Archive", "Search", "List"];

        int[] order = [.. endpoints.Select(endpoint => Array.FindIndex(verbs, verb => endpoint.StartsWith(verb, StringComparison.Ordinal)))];

        order.ShouldAllBe(static place => place >= 0);
        order.ShouldBe(order.Order());
    }

    private static string[] MembersOf(string provider, string file) =>
    [
        .. CSharpSyntaxTree.ParseText(Adapters.Read(provider, file)).GetCompilationUnitRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().First()
            .Members.Select(member => NameOf(member).Replace(provider, "{P}", StringComparison.Ordinal)),
    ];

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        _ => member.Kind().ToString(),
    };
}
