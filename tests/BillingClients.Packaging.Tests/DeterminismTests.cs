using System.Security.Cryptography;

namespace BillingClients.Packaging.Tests;

public sealed class DeterminismTests(PackedPackages packages)
{
    // One provider stands for all, and brings Core: the same compiler, generators and settings build the others.
    private const string Project = "BillingClients.Flexprice";

    [Fact]
    public async Task Two_builds_in_two_folders_give_the_same_bytes()
    {
        SourceCopy one = SourceCopy.At(packages.Folder("sources"));
        SourceCopy other = SourceCopy.At(packages.Folder(Path.Combine("elsewhere", "deeper", "sources")));
        await one.BuildAsync(Project);
        await other.BuildAsync(Project);

        foreach (string name in new[] { Project, "BillingClients.Core" })
        {
            foreach (string extension in new[] { "dll", "pdb", "xml" })
            {
                string file = Path.Combine("src", name, "bin", "Release", "net10.0", $"{name}.{extension}");
                Hash(other, file).ShouldBe(Hash(one, file), $"{name}.{extension} depends on the folder or the moment of its build.");
            }
        }
    }

    private static string Hash(SourceCopy copy, string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(copy.Root, file))));
}
