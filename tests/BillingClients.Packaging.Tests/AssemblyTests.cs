namespace BillingClients.Packaging.Tests;

public sealed class AssemblyTests
{
    [Theory]
    [MemberData(nameof(Expected.EveryLibrary), MemberType = typeof(Expected))]
    public void Nothing_of_the_build_is_left_in_an_assembly(string id)
    {
        using Package package = PackedPackages.Open(id);
        foreach (string target in Expected.Targets)
        {
            byte[] assembly = package.Bytes($"lib/{target}/{id}.dll");

            Library.ReferencesOf(assembly).ShouldNotContain(static name => name.Contains("CodeAnalysis", StringComparison.Ordinal));
            Library.PublicNamespacesOf(assembly).ShouldNotContain(static name => name.StartsWith("Refit", StringComparison.Ordinal));
            Library.IsReproducible(assembly).ShouldBeTrue();
        }
    }

    // So that the one listing in api/ is true of both.
    [Theory]
    [MemberData(nameof(Expected.EveryLibrary), MemberType = typeof(Expected))]
    public void Every_target_offers_the_same(string id)
    {
        using Package package = PackedPackages.Open(id);
        string[][] methods = [.. Expected.Targets.Select(target => Library.PublicMethodsOf(package.Bytes($"lib/{target}/{id}.dll")))];

        methods[0].ShouldNotBeEmpty();
        methods[1].ShouldBe(methods[0]);
    }

    [Theory]
    [MemberData(nameof(Expected.EveryLibrary), MemberType = typeof(Expected))]
    public void The_symbols_belong_to_the_assembly_and_name_no_folder_of_a_machine(string id)
    {
        using Package package = PackedPackages.Open(id);
        using Package symbols = PackedPackages.OpenSymbols(id);
        foreach (string target in Expected.Targets)
        {
            (Guid symbolsId, string[] documents) = Library.ReadSymbols(symbols.Bytes($"lib/{target}/{id}.pdb"));

            symbolsId.ShouldBe(Library.SymbolsIdOf(package.Bytes($"lib/{target}/{id}.dll")));
            documents.ShouldAllBe(static document => document.StartsWith("/_/", StringComparison.Ordinal));
        }
    }
}
