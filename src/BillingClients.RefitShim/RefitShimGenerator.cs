using System.Collections.Immutable;
using System.Text;
using BillingClients.RefitShim.Emitting;
using BillingClients.RefitShim.Model;
using BillingClients.RefitShim.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BillingClients.RefitShim;

/// <summary>Stands in for the Refit package: emits its attributes, and an implementation of each interface that carries them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RefitShimGenerator : IIncrementalGenerator
{
    /// <summary>The tracked name of the steps that decide what is generated.</summary>
    public const string InterfacesStep = "Interfaces";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(EmittedSources.AddTo);

        IncrementalValueProvider<ImmutableArray<ParseResult>>[] found = [.. RefitNames.All.Select(name => Find(context, name).Collect())];
        IncrementalValueProvider<ImmutableArray<ParseResult>> all = found.Aggregate(
            static (left, right) => left.Combine(right).Select(static (pair, _) => pair.Left.AddRange(pair.Right)));

        context.RegisterSourceOutput(
            all.SelectMany(static (results, _) => results.SelectMany(static result => result.Diagnostics)),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        IncrementalValueProvider<EquatableArray<InterfaceModel>> interfaces = all
            .Select(static (results, _) => results.Select(static result => result.Model).OfType<InterfaceModel>()
                .OrderBy(static model => model.Class, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(InterfacesStep);

        context.RegisterSourceOutput(
            interfaces.SelectMany(static (models, _) => models),
            static (output, model) => output.AddSource(model.HintName, SourceText.From(ClientEmitter.Emit(model), Encoding.UTF8)));

        context.RegisterSourceOutput(interfaces, static (output, models) =>
        {
            if (models.Count > 0)
            {
                output.AddSource("Refit.RestService.Interfaces.g.cs", SourceText.From(DispatchEmitter.Emit(models), Encoding.UTF8));
            }
        });
    }

    private static IncrementalValuesProvider<ParseResult> Find(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName("Refit." + attribute, static (_, _) => true, static (found, _) => InterfaceFinder.Find(found))
            .Where(static result => result is not null)
            .Select(static (result, _) => result!);
}
