namespace BillingClients.Packaging.Tests;

public sealed class ContentTests
{
    [Fact]
    public void A_release_is_these_packages() =>
        Directory.GetFiles(PackedPackages.Feed, "*.nupkg").Select(Path.GetFileName)
            .ShouldBe(Expected.Ids.Select(static id => $"{id}.{Repository.Version}.nupkg"), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Expected.EveryLibrary), MemberType = typeof(Expected))]
    public void A_library_holds_its_assembly_and_documentation_for_each_target_and_nothing_that_runs_at_build_time(string id)
    {
        using Package package = PackedPackages.Open(id);

        package.Files.ShouldBe(
            ["README.md", "icon.png", .. Expected.Targets.SelectMany(target => new[] { $"lib/{target}/{id}.dll", $"lib/{target}/{id}.xml" })], ignoreOrder: true);
    }

    [Fact]
    public void The_metapackage_holds_no_code()
    {
        using Package package = PackedPackages.Open(Expected.Metapackage);

        package.Files.ShouldBe(["README.md", "icon.png"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Expected.EveryPackage), MemberType = typeof(Expected))]
    public void The_README_is_about_this_package(string id)
    {
        using Package package = PackedPackages.Open(id);

        package.Text("README.md").ShouldStartWith($"# {id}\n");
    }
}
