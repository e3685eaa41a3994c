using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingClients.Wire.Tests.Comparison;

namespace BillingClients.Wire.Tests.Stages;

/// <summary>Everything that is public of a result or an exception, the provider's own record included.</summary>
internal static class OutcomeLines
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new ProviderDataConverter() } };

    internal static IEnumerable<JsonLine> Of(Outcome outcome) => JsonLines.Of(
        outcome.Failure is { } failure ? JsonOf(failure) : JsonSerializer.SerializeToElement(outcome.Result, Format));

    private static JsonElement JsonOf(BillingException failure)
    {
        JsonObject json = new() { ["exception"] = failure.GetType().Name, ["message"] = failure.Message };
        foreach (PropertyInfo property in failure.GetType().GetProperties().Where(IsOwn))
        {
            json[property.Name] = JsonSerializer.SerializeToNode(property.GetValue(failure), Format);
        }

        return JsonSerializer.SerializeToElement(json);
    }

    // Not those of Exception, such as the stack trace.
    private static bool IsOwn(PropertyInfo property) => property.DeclaringType!.IsAssignableTo(typeof(BillingException));
}
