using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Json.Tests.Fixtures;

/// <summary>Writes and reads with the library's contracts, and with an application's own.</summary>
internal static class Contracts
{
    internal static IReadOnlyList<JsonSerializerOptions> Options { get; } = [BillingJsonContext.Default.Options, AppJsonContext.Default.Options];

    internal static string Write<T>(T value, JsonSerializerOptions options) => JsonSerializer.Serialize(value, ContractOf<T>(options));

    internal static T Read<T>(string json, JsonSerializerOptions options) => JsonSerializer.Deserialize(json, ContractOf<T>(options))!;

    /// <summary>Writes, reads and writes again: what is written the second time is what was written the first time.</summary>
    internal static T RoundTrip<T>(T value, JsonSerializerOptions options)
    {
        string json = Write(value, options);
        T read = Read<T>(json, options);

        Write(read, options).ShouldBe(json);
        return read;
    }

    private static JsonTypeInfo<T> ContractOf<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
