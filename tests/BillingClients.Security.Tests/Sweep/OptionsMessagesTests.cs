using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>What is wrong with options is told by their names, without the values: a key may have got into the wrong line.</summary>
public sealed class OptionsMessagesTests : IDisposable
{
    // A value of the wrong kind is shown when it is too short for a key; who wrote it in a configuration file finds it faster.
    private const int LongestShown = 8;

    private readonly Observed _observed = new();

    public static TheoryData<string> Names => Subject.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Wrong_options_in_code_leak_nothing(string provider)
    {
        Canaries canaries = Canaries.New(provider);
        foreach (Action<ProviderOptions> wrong in Wrong(canaries))
        {
            _observed.Add("Create", Should.Throw<ArgumentException>(() => Subject.Called(provider).NewClient(Set, _observed.Log)));
            _observed.Add("start", StartFails(services => Subject.Called(provider).Register(services, provider, Set)));

            void Set(ProviderOptions options)
            {
                options.ApiKey = canaries.ApiKey;
                wrong(options);
                _observed.AddPrinted("options", options);
            }
        }

        ShouldHaveLeakedNothing(canaries);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_setting_with_a_value_of_another_kind_leaks_nothing(string provider)
    {
        Canaries canaries = Canaries.New(provider);
        foreach (string setting in Settings(provider).Where(static setting => setting != nameof(ProviderOptions.ApiKey)))
        {
            foreach (string text in canaries.All.Values.Where(static text => text.Length > LongestShown && text.Any(char.IsAsciiLetter)))
            {
                // Most words are a name, so what cannot be one is put behind it.
                string wrong = setting == nameof(ProviderOptions.ApplicationName) ? $"{text};" : text;
                Configured(provider, setting, (nameof(ProviderOptions.ApiKey), canaries.ApiKey), (setting, wrong));
            }
        }

        ShouldHaveLeakedNothing(canaries);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_setting_that_does_not_exist_leaks_nothing(string provider)
    {
        Canaries canaries = Canaries.New(provider);
        foreach (string text in canaries.All.Values)
        {
            Configured(provider, "Misspelt", (nameof(ProviderOptions.ApiKey), canaries.ApiKey), ("Misspelt", text));
            ConfiguredAs(provider, "Nested", (nameof(ProviderOptions.ApiKey), canaries.ApiKey), ("Nested:ApiKey", text));
            Configured(provider, nameof(ProviderOptions.ApiKey), (nameof(ProviderOptions.ApiKey), $"{text}\r\n"));
        }

        ShouldHaveLeakedNothing(canaries);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_configuration_that_changes_while_the_application_runs_leaks_nothing(string provider)
    {
        Canaries canaries = Canaries.New(provider);
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Billing:ApiKey", canaries.ApiKey)]).Build();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_observed.Log));
        DiscoveredProvider.Called(provider).Register(services, configuration.GetSection("Billing"));
        using ServiceProvider built = services.BuildServiceProvider();
        built.GetRequiredService<ICustomerClient>();

        foreach (string setting in Settings(provider))
        {
            configuration[$"Billing:{setting}"] = $"{canaries["API key of a call"]}\n";
            configuration.Reload();
            configuration[$"Billing:{setting}"] = setting == nameof(ProviderOptions.ApiKey) ? canaries.ApiKey : null;
        }

        ShouldHaveLeakedNothing(canaries);
        _observed.Texts.ShouldContain(static seen => seen.Where.Contains("event 5", StringComparison.Ordinal));
    }

    public void Dispose() => _observed.Dispose();

    private static IEnumerable<Action<ProviderOptions>> Wrong(Canaries canaries)
    {
        string key = canaries.ApiKey;
        string[] keys = ["", $"{key}\n", $" {key}", $"{key}\u00fc", $"Bearer {key}"];
        string[] addresses =
        [
            key, $"{key}/v1", $"http://host.example/{key}", $"ftp://host.example/{key}", $"https://{key}:{key}@host.example",
            $"https://host.example/?key={key}", $"https://host.example/#{key}", $"file:///{key}", $"custom:{key}",
        ];
        return
        [
            .. keys.Select<string, Action<ProviderOptions>>(static wrong => options => options.ApiKey = wrong),
            .. addresses.Select<string, Action<ProviderOptions>>(static wrong => options => options.BaseAddress = new Uri(wrong, UriKind.RelativeOrAbsolute)),
            options => options.ApiKeyProvider = _ => new(key),
            options => options.ApplicationName = $"{key};",
            static options => options.MaxAttempts = 0,
            static options => options.TotalTimeout = TimeSpan.Zero,
            static options => options.UnsupportedFields = (UnsupportedFields)7,
        ];
    }

    private static IEnumerable<string> Settings(string provider) =>
        DiscoveredProvider.Called(provider).OptionsType.GetProperties().Where(static property => property.CanWrite).Select(static property => property.Name);

    private static OptionsValidationException StartFails(Action<IServiceCollection> register)
    {
        ServiceCollection services = new();
        register(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        return Should.Throw<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    private void Configured(string provider, string named, params IEnumerable<(string Key, string Value)> settings) =>
        ConfiguredAs(provider, $"Billing:{named}", settings);

    private void ConfiguredAs(string provider, string named, params IEnumerable<(string Key, string Value)> settings)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create($"Billing:{setting.Key}", (string?)setting.Value)))
            .Build();
        OptionsValidationException failure = StartFails(services => DiscoveredProvider.Called(provider).Register(services, configuration.GetSection("Billing")));
        failure.Message.ShouldContain(named);
        _observed.Add("start", failure);
    }

    private void ShouldHaveLeakedNothing(Canaries canaries) => string.Join('\n', _observed.Leaks(canaries)).ShouldBeEmpty();
}
