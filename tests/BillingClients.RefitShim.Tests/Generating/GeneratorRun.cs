using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BillingClients.RefitShim.Tests.Generating;

/// <summary>One run of the generator over source text, and what the compiler says of the result.</summary>
internal sealed class GeneratorRun
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Refit;

        """;

    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private GeneratorRun(GeneratorDriverRunResult result, Compilation compilation)
    {
        Compilation = compilation;
        Diagnostics = result.Diagnostics;
        Sources = result.Results.Single().GeneratedSources.ToDictionary(static each => each.HintName, static each => each.SourceText.ToString());
    }

    public Compilation Compilation { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public IReadOnlyDictionary<string, string> Sources { get; }

    public static GeneratorRun Over(string source, params MetadataReference[] references)
    {
        GeneratorDriver driver = Driver().RunGeneratorsAndUpdateCompilation(
            Compile("Adapter", source, references), out Compilation output, out _, TestContext.Current.CancellationToken);
        return new GeneratorRun(driver.GetRunResult(), output);
    }

    public static CSharpCompilation Compile(string name, string source, params MetadataReference[] references) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp13), path: "Adapter.cs")],
        [.. Platform, .. references],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));

    public static GeneratorDriver Driver(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new RefitShimGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.CSharp13),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>Everything the compiler has to say about the source and the generated code together.</summary>
    public IEnumerable<string> CompilerComplaints() =>
        from complaint in Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
        where complaint.Severity >= DiagnosticSeverity.Warning
        select complaint.ToString();
}
