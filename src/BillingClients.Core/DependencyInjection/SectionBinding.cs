using Microsoft.Extensions.Configuration;

namespace BillingClients.Providers;

/// <summary>Binds a configuration section, and keeps what is wrong with it for the validation, which can name it among the rest.</summary>
internal static class SectionBinding
{
    internal static void Bind<TOptions>(TOptions options, IConfiguration section, string path, Action<IConfiguration, TOptions> bind)
        where TOptions : ProviderOptions
    {
        if (!section.GetChildren().Any())
        {
            options.BindingFailures = [$"The configuration section '{path}' is missing or empty. Check its name, and that its source was added."];
            return;
        }

        try
        {
            bind(section, options);
        }
        catch (InvalidOperationException failure)
        {
            options.BindingFailures = [.. UnknownKeys(section, path, failure.Message)];
            if (options.BindingFailures.Count == 0)
            {
                options.BindingFailures = [$"{path}: {failure.Message}"];
            }
        }
    }

    // The binder names unknown keys in quotes, without their path.
    private static IEnumerable<string> UnknownKeys(IConfiguration section, string path, string message) =>
        from child in section.GetChildren()
        where message.Contains($"'{child.Key}'", StringComparison.Ordinal)
        select $"{path}:{child.Key} is no setting that exists. Check its spelling.";
}
