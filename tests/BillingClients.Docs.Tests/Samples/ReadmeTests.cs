namespace BillingClients.Docs.Tests.Samples;

/// <summary><c>samples/README.md</c> lists every sample.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Every_folder_is_in_the_table()
    {
        string[] rows = File.ReadAllLines(Repository.PathOf("samples/README.md"));
        string[] folders = [.. Directory.GetDirectories(Repository.PathOf("samples")).Select(static folder => Path.GetFileName(folder)!)];

        folders.Where(folder => !rows.Any(row => row.StartsWith($"| [`{folder}`]({folder}) |", StringComparison.Ordinal)))
            .ShouldBeEmpty("Add a row to samples/README.md for each of these.");
    }
}
