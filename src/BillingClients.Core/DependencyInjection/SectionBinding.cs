using Microsoft.Extensions.Configuration;

namespace BillingClients.Providers;

/// <summary>Binds a configuration section, and keeps what is wrong with it for the validation, which can name it among the rest.</summary>
internal static class SectionBinding
{
    private const int MostNamed = 5;

    // No key is as short as that.
    private const int LongestShown = 8;

    internal static void Bind<TOptions>(TOptions options, IConfiguration section, string path, Action<IConfiguration, TOptions> bind)
        where TOptions : ProviderOptions
    {
        if (!section.GetChildren().Any())
        {
            options.BindingFailures =
            [
                $"The configuration section '{path}' is missing or has no settings in it. Check the name in GetSection(\"{path}\"), and that its source"
                + " (appsettings.json, user secrets, environment) was added. It needs ApiKey at least.",
            ];
            return;
        }

        try
        {
            bind(section, options);
        }
        catch (InvalidOperationException failure)
        {
            List<string> unknown = [.. UnknownKeys(section, path, typeof(TOptions).Name, failure.Message)];
            options.BindingFailures = unknown.Count switch
            {
                0 => [UnreadableValue(section, path, failure.Message)],
                <= MostNamed => unknown,
                _ => [.. unknown.Take(MostNamed), $"{path} has {unknown.Count - MostNamed} more. Pass the client's own section: configuration.GetSection(\"…\")."],
            };
        }
    }

    // The binder's message holds the value, which may be a key that got into the wrong line.
    private static string UnreadableValue(IConfiguration section, string path, string message)
    {
        IConfigurationSection? setting = section.GetChildren().FirstOrDefault(child => message.Contains($" at '{child.Path}' to type '", StringComparison.Ordinal));
        string type = message[(message.LastIndexOf('\'', message.Length - 3) + 1)..].TrimEnd('\'', '.');
        return setting switch
        {
            null => $"{path} holds a value that cannot be read.",
            { Value: { Length: <= LongestShown } value } => $"{path}:{setting.Key} is '{value}', which is no {type}.",
            _ => $"{path}:{setting.Key} is not a {type}. The value is not shown: it may be a key in the wrong place.",
        };
    }

    // The binder names unknown keys in quotes, without their path.
    private static IEnumerable<string> UnknownKeys(IConfiguration section, string path, string optionsName, string message) =>
        from child in section.GetChildren()
        where message.Contains($"'{child.Key}'", StringComparison.Ordinal)
        select $"{path}{NameOf(child)} Check its spelling: settings are named like the properties of {optionsName}.";

    // No setting has a digit in its name, and nearly all API keys contain one.
    private static string NameOf(IConfigurationSection setting) => setting.Key.Any(char.IsDigit)
        ? " has an unknown setting. Its name is not shown: it may be a key in the wrong place."
        : $":{setting.Key} is an unknown setting.";
}
