using Microsoft.Extensions.Configuration;

namespace BillingClients.Providers;

/// <summary>What to say about a section without settings.</summary>
internal static class MissingSection
{
    /// <summary>What is wrong, what exists, and what to write.</summary>
    /// <param name="section">The section.</param>
    /// <param name="path">Its path.</param>
    /// <param name="application">The application's configuration; null if it registered none.</param>
    internal static string Describe(IConfiguration section, string path, IConfiguration? application) =>
        section is IConfigurationSection { Value: not null } value ? ValueAt(path, value.Key)
            : $"The configuration section '{path}' is missing or has no settings in it.{Neighbours(path, application)} Check the name in GetSection(\"{path}\"),"
                + " and that its source (appsettings.json, user secrets, environment) was added. It needs ApiKey at least.";

    private static string ValueAt(string path, string key) => key.Equals(nameof(ProviderOptions.ApiKey), StringComparison.OrdinalIgnoreCase)
        ? $"'{path}' is one setting. Pass the section that it is in: GetSection(\"{ConfigurationPath.GetParentPath(path)}\")."
        : $"The configuration has a value at '{path}', but it must be a section with settings. Write the key at '{path}:ApiKey'.";

    private static string Neighbours(string path, IConfiguration? application)
    {
        if (application is null || ConfigurationPath.GetParentPath(path) is not { Length: > 0 } parent)
        {
            return "";
        }

        IReadOnlyList<string> names = SectionNames.Below(application.GetSection(parent));
        return names.Count == 0
            ? $" There are no sections in '{parent}'."
            : NearName.Find(ConfigurationPath.GetSectionKey(path), names) is { } near
                ? $" Did you mean '{ConfigurationPath.Combine(parent, near)}'?"
                : $" In '{parent}' there {(names.Count == 1 ? "is" : "are")} {NameList.And(names)}.";
    }
}
