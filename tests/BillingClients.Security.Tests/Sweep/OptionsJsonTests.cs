using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>However options and a call's settings are written to JSON or read from it, the JSON contains no API key, and none is read.</summary>
public sealed partial class OptionsJsonTests : IDisposable
{
    private static readonly string[] Keys = ["API key", "API key of a call"];

    private static readonly JsonSerializerOptions[] Ways =
    [
        new(),
        new(JsonSerializerDefaults.Web),
        new() { IncludeFields = true, WriteIndented = true },
        new() { IgnoreReadOnlyProperties = true, IgnoreReadOnlyFields = true, IncludeFields = true },
        new() { DefaultIgnoreCondition = JsonIgnoreCondition.Never, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower },
        new() { ReferenceHandler = ReferenceHandler.Preserve, UnknownTypeHandling = JsonUnknownTypeHandling.JsonNode },
        new() { TypeInfoResolver = GeneratedContracts.Default, IncludeFields = true },
    ];

    private readonly Observed _observed = new();

    public static TheoryData<string> Names => Subject.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void However_they_are_written_they_contain_no_key_and_ApiKeyProvider_is_not_called(string provider)
    {
        Canaries canaries = Canaries.New(provider);
        int asked = 0;
        ProviderOptions options = Filled(provider, canaries);
        ProviderOptions asking = Filled(provider, canaries);
        asking.ApiKey = null;
        asking.ApiKeyProvider = _ => new($"{canaries.ApiKey}{asked++}");
        CallOptions call = canaries.Options(ownKey: true);
        foreach (JsonSerializerOptions way in Ways)
        {
            foreach (Settings settings in new[] { new Settings(options, call, [options]), new Settings(asking, call, [asking]) })
            {
                Write(JsonSerializer.Serialize(settings, way));
                Write(JsonSerializer.Serialize(settings.Billing, way));
                Write(JsonSerializer.Serialize(settings.Call, way));
                if (way.TypeInfoResolver != GeneratedContracts.Default)
                {
                    Write(JsonSerializer.Serialize(settings.Billing, settings.Billing.GetType(), way));
                    Write(JsonSerializer.Serialize(new Dictionary<string, object> { ["Any"] = settings.Billing, ["Call"] = settings.Call }, way));
                }
            }
        }

        ShouldHoldNoKey(canaries);
        asked.ShouldBe(0);

        void Write(string json)
        {
            json.ShouldContain(json.Contains("dempotency", StringComparison.Ordinal) ? canaries["idempotency key"] : "ttempts");
            _observed.Add("JSON", json);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void When_they_are_read_back_they_are_the_same_and_no_key_is_read(string provider)
    {
        Canaries canaries = Canaries.New(provider);
        ProviderOptions options = Filled(provider, canaries);
        string json = JsonSerializer.Serialize(options, options.GetType());
        string withKey = $"{{\"ApiKey\":\"{canaries.ApiKey}\",\"apiKey\":\"{canaries.ApiKey}\",{json[1..]}";

        foreach (JsonSerializerOptions way in Ways.Where(
            static way => way.TypeInfoResolver != GeneratedContracts.Default && way.PropertyNamingPolicy != JsonNamingPolicy.SnakeCaseLower))
        {
            ProviderOptions read = (ProviderOptions)JsonSerializer.Deserialize(withKey, options.GetType(), way).ShouldNotBeNull();

            read.ApiKey.ShouldBeNull();
            JsonSerializer.Serialize(read, options.GetType()).ShouldBe(json);
            _observed.AddPrinted("read", read);
        }

        JsonSerializer.Deserialize<CallOptions>($"{{\"ApiKey\":\"{canaries.ApiKey}\"}}").ShouldNotBeNull().ApiKey.ShouldBeNull();
        JsonSerializer.Deserialize($"{{\"ApiKey\":\"{canaries.ApiKey}\"}}", GeneratedContracts.Default.CallOptions).ShouldNotBeNull().ApiKey.ShouldBeNull();
        ShouldHoldNoKey(canaries);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_in_the_place_of_another_value_is_not_in_the_message(string provider)
    {
        Canaries canaries = Canaries.New(provider);
        Type type = DiscoveredProvider.Called(provider).OptionsType;
        int refused = 0;
        IEnumerable<(Type Type, string Setting)> settings = from read in new[] { type, typeof(CallOptions) }
                                                            from setting in SettingsOf(read)
                                                            select (read, setting);
        foreach ((Type read, string setting) in settings)
        {
            foreach (string value in Misplaced(canaries.ApiKey))
            {
                try
                {
                    _observed.AddPrinted("read", JsonSerializer.Deserialize($"{{\"{setting}\":{value}}}", read));
                }
                catch (JsonException failure)
                {
                    refused++;
                    _observed.Add("reading", failure);
                }
            }
        }

        ShouldHoldNoKey(canaries);
        refused.ShouldBeGreaterThan(20);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_anywhere_in_a_JSON_configuration_is_not_in_the_message(string provider)
    {
        Canaries canaries = Canaries.New(provider);
        string good = JsonSerializer.Serialize(canaries["API key of a call"]);
        IEnumerable<string> sections = SettingsOf(DiscoveredProvider.Called(provider).OptionsType).Append(nameof(ProviderOptions.ApiKeyProvider))
            .SelectMany(setting => Misplaced(canaries.ApiKey).Select(
                value => setting == nameof(ProviderOptions.ApiKey) ? $"\"ApiKey\":{value}" : $"\"ApiKey\":{good},\"{setting}\":{value}"));
        string[] names =
        [
            $"\"{canaries.ApiKey}\":\"\"", $"\"ApiKey\":{good},\"{canaries.ApiKey}\":\"x\"", $"\"Api\":{{\"{canaries.ApiKey}\":1}}",
            $"\"ApiKey\":{{\"{canaries.ApiKey}\":1}}",
        ];
        int refused = 0;
        foreach (string section in sections.Concat(names))
        {
            using MemoryStream json = new(System.Text.Encoding.UTF8.GetBytes($"{{\"Billing\":{{{section}}}}}"));
            IConfiguration configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
            ServiceCollection services = new();
            DiscoveredProvider.Called(provider).Register(services, configuration.GetSection("Billing"));
            using ServiceProvider built = services.BuildServiceProvider();
            try
            {
                built.GetRequiredService<IStartupValidator>().Validate();
            }
            catch (OptionsValidationException failure)
            {
                refused++;
                failure.Message.ShouldContain("Billing");
                _observed.Add("start", failure);
            }
        }

        ShouldHoldNoKey(canaries);
        refused.ShouldBeGreaterThan(40);
    }

    public void Dispose() => _observed.Dispose();

    private static ProviderOptions Filled(string provider, Canaries canaries)
    {
        ProviderOptions options = DiscoveredProvider.Called(provider).NewOptions();
        options.ApiKey = canaries.ApiKey;
        options.MaxAttempts = 7;
        options.BaseAddress = new Uri("https://billing.example/v1");
        options.ApplicationName = "portal/1";
        return options;
    }

    private static IEnumerable<string> SettingsOf(Type type) => type.GetProperties()
        .Where(static property => property.CanWrite && property.Name != nameof(ProviderOptions.ApiKeyProvider)).Select(static property => property.Name);

    private static string[] Misplaced(string key) =>
    [
        $"\"{key}\"", $"[\"{key}\"]", $"{{\"{key}\":\"{key}\"}}", $"{{\"ApiKey\":\"{key}\"}}", $"[{{\"Value\":\"{key}\"}}]", $"\" {key}\\n\"",
        $"\"https://{key}@host.example/?{key}\"",
    ];

    // An idempotency key and headers are no secrets, and JSON holds them.
    private void ShouldHoldNoKey(Canaries canaries) =>
        _observed.Leaks(canaries).Where(static leak => Keys.Any(key => leak.StartsWith($"{key} in ", StringComparison.Ordinal))).ShouldBeEmpty();

    public sealed record Settings(ProviderOptions Billing, CallOptions Call, IReadOnlyList<ProviderOptions> All);

    [JsonSerializable(typeof(Settings))]
    private sealed partial class GeneratedContracts : JsonSerializerContext;
}
