using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace BillingClients.Packaging.Tests;

/// <summary>Reads an assembly and its symbols without loading them.</summary>
internal static class Library
{
    internal static string[] ReferencesOf(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        MetadataReader reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }

    internal static string[] PublicNamespacesOf(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        MetadataReader reader = image.GetMetadataReader();
        return
        [
            .. reader.TypeDefinitions.Select(reader.GetTypeDefinition)
                .Where(static type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                .Select(type => reader.GetString(type.Namespace)).Distinct(),
        ];
    }

    /// <summary>Each public method of each public type, accessors and constructors among them, with the number of its parameters.</summary>
    internal static string[] PublicMethodsOf(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        MetadataReader reader = image.GetMetadataReader();
        return
        [
            .. from type in reader.TypeDefinitions.Select(reader.GetTypeDefinition)
               where (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
               from method in type.GetMethods().Select(reader.GetMethodDefinition)
               where (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
               let parameters = method.GetParameters().Count(parameter => IsNotReturnValue(reader.GetParameter(parameter)))
               let name = $"{reader.GetString(type.Name)}.{reader.GetString(method.Name)}/{parameters}"
               orderby name
               select name,
        ];
    }

    // A return value that has attributes is among the parameters, as number 0.
    private static bool IsNotReturnValue(Parameter parameter) => parameter.SequenceNumber > 0;

    internal static bool IsReproducible(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        return image.ReadDebugDirectory().Any(static entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    /// <summary>The id that an assembly gives its symbols.</summary>
    internal static Guid SymbolsIdOf(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        return image.ReadCodeViewDebugDirectoryData(image.ReadDebugDirectory().First(static entry => entry.Type == DebugDirectoryEntryType.CodeView)).Guid;
    }

    /// <summary>The id of symbols, and the source files that they name.</summary>
    internal static (Guid Id, string[] Documents) ReadSymbols(byte[] symbols)
    {
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        MetadataReader reader = provider.GetMetadataReader();
        return (
            new BlobContentId(reader.DebugMetadataHeader!.Id).Guid,
            [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))]);
    }
}
