using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Tests.Generating;

/// <summary>
/// What an adapter can name after <c>using Refit;</c>. The same names mean the same in Refit 14 and later: a name that is added here has to be looked up there
/// first.
/// </summary>
public class SurfaceTests
{
    private static readonly SymbolDisplayFormat Signatures = new(
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    [Fact]
    public void The_stand_in_offers_these_members_of_Refit_and_no_others() =>
        string.Join('\n', Members()).ShouldBe(
            """
            AliasAsAttribute.AliasAsAttribute(string)
            BodyAttribute.BodyAttribute()
            DeleteAttribute.DeleteAttribute(string)
            Func<HttpRequestMessage, Exception, CancellationToken, Exception> RefitSettings.TransportExceptionFactory { get; set; }
            Func<HttpResponseMessage, Exception, ValueTask<Exception?>>? RefitSettings.DeserializationExceptionFactory { get; set; }
            Func<HttpResponseMessage, ValueTask<Exception?>> RefitSettings.ExceptionFactory { get; set; }
            GetAttribute.GetAttribute(string)
            HeaderAttribute.HeaderAttribute(string)
            HeadersAttribute.HeadersAttribute(params string[])
            IHttpContentSerializer RefitSettings.ContentSerializer { get; }
            PatchAttribute.PatchAttribute(string)
            PostAttribute.PostAttribute(string)
            PutAttribute.PutAttribute(string)
            RefitSettings.RefitSettings(IHttpContentSerializer)
            string AliasAsAttribute.Name { get; }
            string DeleteAttribute.Path { get; }
            string GetAttribute.Path { get; }
            string HeaderAttribute.Header { get; }
            string PatchAttribute.Path { get; }
            string PostAttribute.Path { get; }
            string PutAttribute.Path { get; }
            string[] HeadersAttribute.Headers { get; }
            SystemTextJsonContentSerializer.SystemTextJsonContentSerializer(JsonSerializerOptions)
            T RestService.For<T>(HttpClient, RefitSettings)
            """,
            "An adapter that uses a name which Refit lacks, or has in another form, does not build with -p:UseRefit=true (docs/refit.md). "
            + "Keep what only the generated code needs in the namespace Refit.Implementation.");

    private static IEnumerable<string> Members() =>
        (from type in GeneratorRun.Over("class Empty;").Compilation.GetTypeByMetadataName("Refit.RestService")!.ContainingNamespace.GetTypeMembers()
         from member in type.GetMembers()
         where member.DeclaredAccessibility == Accessibility.Public && member is not IMethodSymbol { AssociatedSymbol: not null }
         select member.ToDisplayString(Signatures)).Order(StringComparer.OrdinalIgnoreCase);
}
