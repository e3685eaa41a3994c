using Microsoft.Extensions.Configuration;

namespace BillingClients.Providers;

/// <summary>What to say about sections where settings are expected: often the section above the client's own was passed.</summary>
internal static class NestedSections
{
    /// <summary>What is wrong, what exists, and what to write; null when there are no sections that may be named.</summary>
    /// <param name="section">The section that was passed.</param>
    /// <param name="path">Its path.</param>
    /// <param name="hasSettings">Whether it has settings of the client, too.</param>
    /// <param name="clientNames">What the client's own section may be called.</param>
    internal static string? Describe(IConfiguration section, string path, bool hasSettings, IReadOnlyList<string> clientNames)
    {
        IReadOnlyList<string> names = SectionNames.Below(section);
        if (names.Count == 0)
        {
            return null;
        }

        string passed = section is IConfigurationSection ? $"The configuration section '{path}'" : $"The configuration that was passed for '{path}'";
        string found = $"{passed} has {(names.Count == 1 ? "a section" : "sections")} where settings are expected: {NameList.And(names)}.";
        return hasSettings
            ? $"{found} Settings are not nested: write them directly in '{path}'."
            : $"{found} Pass the client's own section: GetSection(\"{SectionNames.FindBelow(section, clientNames) ?? "…"}\").";
    }
}
