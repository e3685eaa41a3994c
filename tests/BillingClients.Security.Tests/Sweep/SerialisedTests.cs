using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>JSON of options and of a call's settings holds no key, and asks nobody for one.</summary>
public sealed partial class SerialisedTests
{
    private const string Canary = "canary-1815";

    private static CallOptions Call => new() { ApiKey = Canary, IdempotencyKey = "signup-1", Timeout = TimeSpan.FromSeconds(5) };

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public void Options_are_serialised_without_the_key(string subject)
    {
        ProviderOptions options = DiscoveredProvider.Called(subject).NewOptions();
        options.ApiKey = Canary;
        options.MaxAttempts = 7;

        string json = JsonSerializer.Serialize(options, options.GetType());

        json.ShouldNotContain(Canary);
        json.ShouldContain("\"MaxAttempts\":7");
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public void Options_are_serialised_without_asking_for_the_key(string subject)
    {
        ProviderOptions options = DiscoveredProvider.Called(subject).NewOptions();
        options.ApiKeyProvider = static _ => throw new InvalidOperationException("must not be asked");

        JsonSerializer.Serialize(options, options.GetType()).ShouldNotContain("ApiKey");
    }

    [Fact]
    public void A_calls_settings_are_serialised_without_the_key()
    {
        JsonSerializer.Serialize(Call).ShouldNotContain(Canary);
        JsonSerializer.Serialize(Call, Generated.Default.CallOptions).ShouldNotContain(Canary);
        JsonSerializer.Serialize(Call).ShouldContain("signup-1");
    }

    /// <summary>A new type with a key is covered by being there. The simulator's keys are made up by the simulator.</summary>
    [Fact]
    public void Every_property_that_holds_a_key_is_left_out_of_JSON()
    {
        PropertyInfo[] keys =
        [
            .. from type in ShippedTypes.Assemblies.SelectMany(static assembly => assembly.GetExportedTypes())
               where type != typeof(SimulatedProvider)
               from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
               where property.Name.Contains("ApiKey", StringComparison.Ordinal)
               select property,
        ];

        keys.Select(static key => $"{key.DeclaringType!.Name}.{key.Name}").ShouldBe(
            ["CallOptions.ApiKey", "ProviderOptions.ApiKey", "ProviderOptions.ApiKeyProvider"], ignoreOrder: true);
        keys.ShouldAllBe(static key => key.GetCustomAttribute<JsonIgnoreAttribute>() != null);
    }

    [JsonSerializable(typeof(CallOptions))]
    private sealed partial class Generated : JsonSerializerContext;
}
