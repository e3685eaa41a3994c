using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingClients.Docs.Tests.Snippets;

/// <summary>Compiles the blocks of a page against the built assemblies; README.md in this project's folder has the convention.</summary>
internal static class SnippetCompiler
{
    internal static readonly string[] Usings =
    [
        "System", "System.Collections.Concurrent", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net", "System.Net.Http", "System.Net.Http.Json",
        "System.Text.Json", "System.Threading", "System.Threading.Tasks", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "OpenTelemetry", "OpenTelemetry.Metrics", "OpenTelemetry.Trace", "Xunit",
        "BillingClients", "BillingClients.Testing", "BillingClients.Docs.Tests.Context", "OwnEndpoints",
    ];

    // A page shows calls without using what they return, and awaits without a context to return to.
    private static readonly string[] Allowed = ["CS0162", "CS0168", "CS0219", "CS1998", "CS8321", "CS8019", "CS1591", "CS1701"];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(static () =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))]);

    /// <summary>What is wrong with the C# blocks of a page, as <c>file(line): words</c>; empty when all compile.</summary>
    internal static IReadOnlyList<string> Compile(string name, string markdown)
    {
        Snippet[] snippets = [.. Snippet.In(markdown).Where(static snippet => snippet.Language == "csharp")];
        IEnumerable<SyntaxTree> trees = snippets.Select((snippet, index) => CSharpSyntaxTree.ParseText(Wrap(name, snippet, index), ParseOptions));
        SyntaxTree imports = CSharpSyntaxTree.ParseText(string.Concat(Usings.Select(static each => $"global using {each};\n")), ParseOptions);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Page", [imports, .. trees], References.Value, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return
        [
            .. compilation.GetDiagnostics()
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !Allowed.Contains(diagnostic.Id))
                .Select(Describe),
        ];
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetMappedLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1}): {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The block's usings, its statements in a method, and its types beside it; each at the line where the page has it.</summary>
    private static string Wrap(string page, Snippet snippet, int index)
    {
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(snippet.Code, ParseOptions.WithKind(SourceCodeKind.Regular)).GetCompilationUnitRoot();
        StringBuilder source = new();
        Append(unit.Usings);
        source.Append(CultureInfo.InvariantCulture, $"namespace Page {{ public sealed class Block{index} : SnippetContext {{ public async Task RunAsync() {{\n");
        Append(unit.Members.OfType<GlobalStatementSyntax>());
        source.Append("}}\n");
        Append(unit.Members.Where(static member => member is not GlobalStatementSyntax));
        return source.Append("}\n").ToString();

        void Append(IEnumerable<SyntaxNode> nodes)
        {
            foreach (SyntaxNode node in nodes)
            {
                int line = snippet.Line + node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
                source.Append(CultureInfo.InvariantCulture, $"#line {line} \"{page}\"\n{node.ToFullString()}\n#line hidden\n");
            }
        }
    }
}
