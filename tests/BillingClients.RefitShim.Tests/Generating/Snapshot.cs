namespace BillingClients.RefitShim.Tests.Generating;

/// <summary>Compares generated code with the text that was last approved, in folder Snapshots.</summary>
internal static class Snapshot
{
    public static void ShouldMatch(string actual, string name)
    {
        string file = Path.Combine(ProjectFolder(), "Snapshots", name + ".txt");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(file, actual);
        }

        string[] approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        string[] lines = actual.TrimEnd('\n').Split('\n');
        lines.ShouldBe(
            approved,
            $"The generated code differs from Snapshots/{name}.txt. "
            + "If the change is meant, run the tests once with the environment variable APPROVE=1 and commit the file.");
    }

    // Caller paths don't lead here: the build maps them, so that no machine's folders are in its output.
    private static string ProjectFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("BillingClients.RefitShim.Tests.csproj").Any())
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The snapshots are read from the project's folder; run the tests from below it.");
    }
}
