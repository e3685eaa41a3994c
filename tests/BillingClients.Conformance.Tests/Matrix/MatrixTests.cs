namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>What each adapter does, what it declares, and what <c>docs/providers.md</c> says are the same.</summary>
public sealed class MatrixTests
{
    private const string Regenerate = "APPROVE=1 dotnet test --project tests/BillingClients.Conformance.Tests";

    public static TheoryData<string, string> Cells { get; } = AllCells();

    /// <summary>Where it fails, correct the adapter or its capabilities, whichever is wrong.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public async Task An_adapter_does_what_it_declares(string provider, string row)
    {
        await using Probe probe = await Probe.StartAsync(MatrixProvider.Called(provider));
        string declared = MatrixRows.Called(row).Declare!(probe.Declared);

        string observed = await MatrixRows.Called(row).Observe(probe);

        Assert.True(
            Words.Agree(declared, observed),
            $"{MatrixPage.Name}, '{row}' of {provider}: declared is '{declared}', observed '{observed}'. "
            + $"Correct the adapter or {provider}Capabilities.cs; then {Regenerate}");
    }

    /// <summary>Where it fails, look at what has changed and whether the prose still fits; then generate the tables anew.</summary>
    [Fact]
    public async Task The_page_shows_what_is_declared()
    {
        string tables = await MatrixPage.GenerateAsync();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            MatrixPage.Write(tables);
        }

        string? difference = MatrixPage.Difference(MatrixPage.TablesIn(MatrixPage.Read()), tables);

        Assert.True(difference is null, $"{MatrixPage.Name} is stale:\n{difference}\nTo generate it: {Regenerate}");
    }

    private static TheoryData<string, string> AllCells()
    {
        TheoryData<string, string> cells = [];
        foreach (MatrixProvider provider in MatrixProvider.All)
        {
            foreach (MatrixRow row in MatrixRows.All.Where(static row => row.Declare is not null))
            {
                cells.Add(provider.Name, row.Label);
            }
        }

        return cells;
    }
}
