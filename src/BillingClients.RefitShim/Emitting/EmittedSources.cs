using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BillingClients.RefitShim.Emitting;

/// <summary>The fixed part of namespace Refit: the files of folder Emitted, carried as resources.</summary>
internal static class EmittedSources
{
    public static void AddTo(IncrementalGeneratorPostInitializationContext context)
    {
        context.AddEmbeddedAttributeDefinition();
        foreach (string name in typeof(EmittedSources).Assembly.GetManifestResourceNames())
        {
            context.AddSource($"Refit.{name.Replace(".cs", ".g.cs")}", SourceText.From(Read(name), Encoding.UTF8));
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EmittedSources).Assembly.GetManifestResourceStream(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
