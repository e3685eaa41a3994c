using System.Runtime.CompilerServices;
using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>A provider's answer whose record was not registered when its JSON was read. All its properties are in <see cref="ProviderData.AdditionalProperties"/>.</summary>
/// <param name="Name">The record's name; null if the JSON had none.</param>
internal sealed record KeptProviderData(string? Name) : ProviderData
{
    /// <summary>All properties except the name.</summary>
    internal IEnumerable<KeyValuePair<string, JsonElement>> Properties => AdditionalProperties ?? Enumerable.Empty<KeyValuePair<string, JsonElement>>();

    /// <summary>The answer as a provider's record; null if it is another record's.</summary>
    internal T? As<T>()
        where T : ProviderData
    {
        // The package registers its records when its code first runs, and that may be now.
        RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        return ProviderRecords.Find<T>(Name)?.Read(Properties) as T;
    }
}
