using Microsoft.Extensions.Configuration;

namespace BillingClients.Providers;

/// <summary>Names of sections, for messages about a section that does not exist or is not the client's.</summary>
internal static class SectionNames
{
    /// <summary>How many names a message lists at most.</summary>
    internal const int MostNamed = 5;

    private const int Deepest = 3;

    /// <summary>The sections below a configuration that have settings, without those whose names may be keys.</summary>
    internal static IReadOnlyList<string> Below(IConfiguration configuration) => [.. SectionsOf(configuration).Select(static section => section.Key).Take(MostNamed)];

    /// <summary>The path of a section below a configuration that has nearly one of these names; null when there is none.</summary>
    /// <param name="configuration">Where to look, a few levels deep.</param>
    /// <param name="names">The names, the most wanted first.</param>
    internal static string? FindBelow(IConfiguration configuration, IEnumerable<string> names) =>
        names.Select(name => FindBelow(configuration, name, depth: 1)).FirstOrDefault(static path => path is not null);

    // Names of settings and of most sections have no digits, and nearly all API keys contain one.
    internal static bool MayBeShown(string name) => !name.Any(char.IsDigit);

    private static string? FindBelow(IConfiguration configuration, string name, int depth)
    {
        List<IConfigurationSection> sections = SectionsOf(configuration);
        return sections.Find(section => NearName.Find(name, [section.Key]) is not null)?.Path
            ?? (depth == Deepest ? null : sections.Select(section => FindBelow(section, name, depth + 1)).FirstOrDefault(static path => path is not null));
    }

    private static List<IConfigurationSection> SectionsOf(IConfiguration configuration) =>
        [.. configuration.GetChildren().Where(static child => MayBeShown(child.Key) && child.GetChildren().Any())];
}
