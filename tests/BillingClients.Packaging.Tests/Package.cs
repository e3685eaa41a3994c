using System.IO.Compression;
using System.Xml.Linq;

namespace BillingClients.Packaging.Tests;

/// <summary>A package, opened.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;

    private Package(ZipArchive archive) => _archive = archive;

    /// <summary>What is in it, without the parts that every package has for the container's own sake.</summary>
    internal IEnumerable<string> Files => _archive.Entries.Select(static entry => entry.FullName)
        .Where(static name => !name.EndsWith(".nuspec", StringComparison.Ordinal) && !name.StartsWith("_rels/", StringComparison.Ordinal))
        .Where(static name => !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml");

    /// <summary>The nuspec's metadata.</summary>
    internal XElement Metadata => XDocument.Parse(Text(_archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).FullName))
        .Root!.Elements().Single(static element => element.Name.LocalName == "metadata");

    internal static Package Open(string path) => new(ZipFile.OpenRead(path));

    internal string? Value(string name) => Element(name)?.Value;

    internal XElement? Element(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    internal byte[] Bytes(string file)
    {
        using Stream stream = _archive.GetEntry(file)!.Open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    internal string Text(string file)
    {
        using StreamReader reader = new(new MemoryStream(Bytes(file)));
        return reader.ReadToEnd();
    }

    public void Dispose() => _archive.Dispose();
}
