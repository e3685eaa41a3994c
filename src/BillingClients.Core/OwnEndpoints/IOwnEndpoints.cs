using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>
/// Calls endpoints that this library does not model. All providers' clients have it. <see cref="CustomerClientExtensions.GetApi{TApi}"/> finds it behind
/// middleware.
/// </summary>
public interface IOwnEndpoints
{
    /// <inheritdoc cref="CustomerClientExtensions.GetApi{TApi}"/>
    TApi GetApi<TApi>(JsonSerializerContext json)
        where TApi : class;
}
