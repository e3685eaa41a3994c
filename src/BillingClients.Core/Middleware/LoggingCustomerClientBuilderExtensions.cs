using BillingClients;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds <see cref="LoggingCustomerClient"/> to a client.</summary>
public static class LoggingCustomerClientBuilderExtensions
{
    /// <summary>Logs each call and its result under the category <c>BillingClients.LoggingCustomerClient</c>.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="includePayload">Whether to log what is sent and received as well. <b>It is personal data.</b> False by default.</param>
    public static ICustomerClientBuilder UseLogging(this ICustomerClientBuilder builder, bool includePayload = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((services, inner) =>
            new LoggingCustomerClient(inner, builder.Name, services.GetRequiredService<ILogger<LoggingCustomerClient>>()) { IncludePayload = includePayload });
    }
}
