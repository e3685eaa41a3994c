using System.Xml.Linq;

namespace BillingClients.Packaging.Tests;

public sealed class MetadataTests
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Theory]
    [MemberData(nameof(Expected.EveryPackage), MemberType = typeof(Expected))]
    public void A_package_says_what_it_is_whose_it_is_and_what_may_be_done_with_it(string id)
    {
        using Package package = PackedPackages.Open(id);

        package.Value("version").ShouldBe(Repository.Version);
        package.Value("authors").ShouldBe("BillingClients contributors");
        package.Value("description").ShouldNotBeNullOrWhiteSpace();
        package.Value("tags").ShouldNotBeNull().Split(' ').ShouldContain("billing");
        package.Value("readme").ShouldBe("README.md");
        XElement license = package.Element("license").ShouldNotBeNull();
        license.Value.ShouldBe("MIT");
        license.Attribute("type")?.Value.ShouldBe("expression");
        package.Bytes(package.Value("icon").ShouldNotBeNull()).AsSpan().StartsWith(Png).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Expected.EveryPackage), MemberType = typeof(Expected))]
    public void A_package_depends_on_these_for_each_target(string id)
    {
        using Package package = PackedPackages.Open(id);

        XElement[] groups = [.. package.Element("dependencies").ShouldNotBeNull().Elements()];

        groups.Select(static group => group.Attribute("targetFramework")?.Value).ShouldBe(Expected.Targets, ignoreOrder: true);
        groups.ShouldAllBe(group => group.Elements().Select(IdOf).Order(StringComparer.Ordinal).SequenceEqual(Expected.DependenciesOf(id)));
    }

    [Theory]
    [MemberData(nameof(Expected.EveryPackage), MemberType = typeof(Expected))]
    public void Packages_of_one_release_depend_on_each_other_by_its_version(string id)
    {
        using Package package = PackedPackages.Open(id);

        package.Element("dependencies").ShouldNotBeNull().Descendants()
            .Where(static dependency => IdOf(dependency)?.StartsWith("BillingClients", StringComparison.Ordinal) == true)
            .ShouldAllBe(static dependency => dependency.Attribute("version")!.Value == Repository.Version);
    }

    // An application that declares interfaces of its own references Refit itself; other applications do not need its build files.
    [Theory]
    [MemberData(nameof(Expected.EveryProvider), MemberType = typeof(Expected))]
    public void Refits_build_files_are_not_passed_on(string id)
    {
        using Package package = PackedPackages.Open(id);

        string[] excluded = [.. package.Element("dependencies").ShouldNotBeNull().Descendants()
            .Where(static dependency => IdOf(dependency) == "Refit")
            .Select(static dependency => dependency.Attribute("exclude").ShouldNotBeNull().Value)];

        excluded.Length.ShouldBe(Expected.Targets.Length);
        excluded.ShouldAllBe(static parts => parts == "Build,Analyzers,BuildTransitive");
    }

    [Fact]
    public void The_simulator_asks_for_the_shared_framework_and_no_other_package_does() =>
        Expected.Ids.Where(NeedsFramework).ShouldBe(["BillingClients.Testing"]);

    private bool NeedsFramework(string id)
    {
        using Package package = PackedPackages.Open(id);
        return package.Element("frameworkReferences")?.Descendants().Any(static element => element.Name.LocalName == "frameworkReference") == true;
    }

    private static string? IdOf(XElement dependency) => dependency.Attribute("id")?.Value;
}
