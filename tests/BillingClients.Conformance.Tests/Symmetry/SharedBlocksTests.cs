namespace BillingClients.Conformance.Tests.Symmetry;

/// <summary>What adapters share stands in Core, once.</summary>
public sealed class SharedBlocksTests
{
    private const int LongestShared = 5;

    public static TheoryData<string> Providers => Adapters.Names;

    /// <summary>Move what is shared to Core, as a function or into the base class.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void No_block_of_lines_stands_in_another_adapter_too(string provider)
    {
        HashSet<string> others = [.. Adapters.All.Where(other => other != provider).SelectMany(BlocksOf)];

        BlocksOf(provider).Where(others.Contains).ShouldBeEmpty();
    }

    // Options and capabilities are facts of the provider, one a line. Two providers may have many in common.
    private static IEnumerable<string> BlocksOf(string provider) =>
        Adapters.FilesOf(provider).Where(static file => file is not ("{P}Options.cs" or "{P}Capabilities.cs")).SelectMany(file => BlocksIn(Adapters.Read(provider, file)));

    // Blank lines, usings and XML docs do not count; neither do the shapes in Wire.
    private static IEnumerable<string> BlocksIn(string text)
    {
        string[] lines = [.. text.Split('\n').Select(static line => line.Trim()).Where(Counts)];
        return Enumerable.Range(0, Math.Max(0, lines.Length - LongestShared)).Select(start => string.Join('\n', lines.Skip(start).Take(LongestShared + 1)));
    }

    private static bool Counts(string line) =>
        line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("///", StringComparison.Ordinal);
}
