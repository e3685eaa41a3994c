using System.Collections.Concurrent;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;
using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests.Export;

/// <summary>The files of one provider: <c>wiremock/&lt;provider&gt;/&lt;operation&gt;.json</c>.</summary>
internal static class MappingFolder
{
    internal const string Root = "wiremock";

    private static readonly ConcurrentDictionary<string, Lazy<Task>> Approvals = new();

    /// <summary>The text of each file that is there, by its name. With <c>APPROVE=1</c> they are written first.</summary>
    internal static async Task<SortedDictionary<string, string>> ReadAsync(Scenario scenario)
    {
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await Approvals.GetOrAdd(scenario.Provider, _ => new Lazy<Task>(() => WriteAsync(scenario))).Value;
        }

        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (string path in Directory.Exists(PathOf(scenario)) ? Directory.EnumerateFiles(PathOf(scenario)) : [])
        {
            files.Add(Path.GetFileName(path), (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"));
        }

        return files;
    }

    /// <summary>The stubs of all files.</summary>
    internal static async Task<IReadOnlyList<Mapping>> StubsAsync(Scenario scenario) =>
        [.. (await ReadAsync(scenario)).Values.SelectMany(static json => MappingFile.Parse(json).Mappings)];

    /// <summary>What the files should hold, by their names.</summary>
    internal static async Task<SortedDictionary<string, string>> ExportAsync(Scenario scenario)
    {
        Recording recording = await Recording.OfAsync(scenario);
        return new SortedDictionary<string, string>(
            Exporter.Export(scenario, recording.Exchanges).ToDictionary(static file => $"{file.Key}.json", static file => file.Value.ToJson()),
            StringComparer.Ordinal);
    }

    private static async Task WriteAsync(Scenario scenario)
    {
        SortedDictionary<string, string> files = await ExportAsync(scenario);
        Directory.CreateDirectory(PathOf(scenario));
        foreach (string path in Directory.EnumerateFiles(PathOf(scenario)))
        {
            File.Delete(path);
        }

        foreach ((string name, string json) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(PathOf(scenario), name), json);
        }
    }

    private static string PathOf(Scenario scenario) => Repository.PathOf(Path.Combine(Root, scenario.Provider));
}
