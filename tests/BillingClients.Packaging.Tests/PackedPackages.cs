using BillingClients.Packaging.Tests;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace BillingClients.Packaging.Tests;

/// <summary>The packages, packed once for all tests.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billingclients-packages-");

    /// <summary>A folder that serves as a feed.</summary>
    internal string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>The copy that the packages were packed from, still built.</summary>
    internal SourceCopy Sources { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sources = SourceCopy.At(Folder("sources"));
        await Sources.PackAsync(Feed);
    }

    /// <summary>A path for a test to write to, deleted after the run.</summary>
    internal string Folder(string name) => Path.Combine(_folder.FullName, name);

    internal Package Open(string id) => Package.Open(Path.Combine(Feed, $"{id}.{Repository.Version}.nupkg"));

    internal Package OpenSymbols(string id) => Package.Open(Path.Combine(Feed, $"{id}.{Repository.Version}.snupkg"));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }
}
