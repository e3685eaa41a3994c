namespace BillingClients.Packaging.Tests;

/// <summary>What the packages are built from, copied to another folder: a build there disturbs no other, and shows whether the folder matters.</summary>
internal sealed class SourceCopy
{
    private static readonly string[] AtTheRoot = ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "nuget.config"];

    private SourceCopy(string root) => Root = root;

    internal string Root { get; }

    internal static SourceCopy At(string root)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories).Where(IsSource))
        {
            CopyTo(root, Path.GetRelativePath(Repository.Root, file));
        }

        foreach (string name in AtTheRoot.Where(static name => File.Exists(Path.Combine(Repository.Root, name))))
        {
            CopyTo(root, name);
        }

        return new SourceCopy(root);
    }

    /// <summary>Builds one project and what it references, for the newest target.</summary>
    /// <remarks>
    /// A build server knows where its sources come from; a copy outside of the repository does not. The rules of the code are the ordinary build's to check.
    /// </remarks>
    internal async Task BuildAsync(string project) => (await Ran.DotnetAsync(
        Root,
        [
            "build", Path.Combine("src", project), "-f", "net10.0", "-c", "Release", "-warnaserror", "-v", "quiet",
            "-p:ContinuousIntegrationBuild=false", "-p:RunAnalyzers=false",
        ],
        ("MSBUILDDISABLENODEREUSE", "1"))).ShouldSucceed($"the build of {project}");

    private static bool IsSource(string file) =>
        !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj");

    private static void CopyTo(string root, string relative)
    {
        string target = Path.Combine(root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(Repository.Root, relative), target);
    }
}
