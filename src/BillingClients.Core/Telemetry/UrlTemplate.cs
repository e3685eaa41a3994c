namespace BillingClients.Providers;

/// <summary>The whole path of a call's address with placeholders, such as <c>/v1/customers/{id}</c>, for telemetry.</summary>
internal static class UrlTemplate
{
    /// <summary>The base address's path and the endpoint's template.</summary>
    internal static string Of(ProviderCall call) => call.Settings.GetBaseAddress().AbsolutePath.TrimEnd('/') + call.Request.Endpoint.Template;
}
