using Microsoft.Extensions.Configuration;

namespace BillingClients.Providers;

/// <summary>Binds a configuration section, and keeps what is wrong with it for the validation, which can name it among the rest.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
/// <param name="name">The client's name.</param>
/// <param name="section">The section.</param>
/// <param name="path">Its path, for messages.</param>
/// <param name="bind">Binds it.</param>
internal sealed class SectionBinding<TOptions>(string name, IConfiguration section, string path, Action<IConfiguration, TOptions> bind)
    where TOptions : ProviderOptions
{
    /// <summary>Binds the section as it is now.</summary>
    /// <param name="options">The options to bind to.</param>
    /// <param name="application">The application's configuration, for the names of other sections; null if it registered none.</param>
    internal void Bind(TOptions options, IConfiguration? application) =>
        options.BindingFailures = section.GetChildren().Any() ? Failures(options) : [MissingSection.Describe(section, path, application)];

    private List<string> Failures(TOptions options)
    {
        List<string> failures = [.. WrongFormats(options)];
        try
        {
            bind(section, options);
        }
        catch (InvalidOperationException failure)
        {
            failures.AddRange(UnknownSettings(failure.Message));
            if (failures.Count == 0)
            {
                failures.Add(UnreadableValue(failure.Message));
            }
        }

        return failures;
    }

    private IEnumerable<string> WrongFormats(TOptions options) =>
        from format in options.GetFormats()
        let problem = ProblemOf(format)
        where problem is not null
        select $"{path}:{format.Name} {problem}";

    // The binder ignores an empty value, and a section in place of a value.
    private string? ProblemOf(SettingFormat format) =>
        section.GetSection(format.Name).GetChildren().Any() ? "is a section, but it must be a value. Write it in one line."
        : section[format.Name] is { Length: > 0 } value ? format.Check(value)
        : null;

    // The binder names unknown keys in quotes, without their path.
    private IEnumerable<string> UnknownSettings(string message)
    {
        ILookup<bool, IConfigurationSection> settings = section.GetChildren().ToLookup(child => message.Contains($"'{child.Key}'", StringComparison.Ordinal));
        List<IConfigurationSection> unknown = [.. settings[true]];
        if (unknown.Exists(static child => child.GetChildren().Any())
            && NestedSections.Describe(section, path, hasSettings: settings[false].Any(), NamesOfClient()) is { } nested)
        {
            return [nested];
        }

        IEnumerable<string> named = unknown.Take(SectionNames.MostNamed).Select(UnknownSetting);
        return unknown.Count <= SectionNames.MostNamed
            ? named
            : [.. named, $"{path} has {unknown.Count - SectionNames.MostNamed} more. Pass the client's own section: configuration.GetSection(\"…\")."];
    }

    private string UnknownSetting(IConfigurationSection setting) =>
        (SectionNames.MayBeShown(setting.Key)
            ? $"{path}:{setting.Key} is an unknown setting."
            : $"{path} has an unknown setting. Its name is not shown: it may be a key in the wrong place.")
        + $" Check its spelling: settings are named like the properties of {typeof(TOptions).Name}.";

    // The binder's message holds the value, which may be a key that got into the wrong line.
    private string UnreadableValue(string message)
    {
        IConfigurationSection? setting = section.GetChildren().FirstOrDefault(child => message.Contains($" at '{child.Path}' to type '", StringComparison.OrdinalIgnoreCase));
        string type = message[(message.LastIndexOf('\'', message.Length - 3) + 1)..].TrimEnd('\'', '.');
        return setting is { Value: { } value }
            ? $"{path}:{setting.Key} {UnreadableSetting.Describe(type, value)}"
            : $"{path} holds a value that cannot be read.";
    }

    private string[] NamesOfClient() => [name, typeof(TOptions).Name.Replace("Options", "", StringComparison.Ordinal)];
}
