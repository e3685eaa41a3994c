using BillingClients.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Adds <see cref="LoggingCustomerClient"/> to a client.</summary>
public static class LoggingCustomerClientBuilderExtensions
{
    /// <summary>Logs each call and its result under the category <c>BillingClients.LoggingCustomerClient</c>.</summary>
    /// <typeparam name="TBuilder">The kind of builder.</typeparam>
    /// <param name="builder">The builder of the client.</param>
    /// <param name="includePayload">Whether to log what is sent and received as well. <b>It is personal data.</b> False by default.</param>
    /// <remarks>
    /// A client without dependency injection logs to the <see cref="ILoggerFactory"/> that it was made with, or to the one of the services that
    /// <see cref="CustomerClientBuilder.Build"/> is given; building it throws an <see cref="InvalidOperationException"/> if there is neither.
    /// </remarks>
    public static TBuilder UseLogging<TBuilder>(this TBuilder builder, bool includePayload = false)
        where TBuilder : IMiddlewareBuilder<TBuilder>
    {
        ArgumentNullException.ThrowIfNull(builder);
        string name = builder.Name;
        return builder.Use((services, inner) =>
            new LoggingCustomerClient(inner, name, LoggerOf(services, inner))
            {
                IncludePayload = includePayload,
                TimeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System,
            });
    }

    private static ILogger<LoggingCustomerClient> LoggerOf(IServiceProvider services, ICustomerClient client)
    {
        ILoggerFactory factory = services.GetService<ILoggerFactory>() ?? client.GetService<ILoggerFactory>() ?? throw new InvalidOperationException(
            "UseLogging has nowhere to log: the client was made without an ILoggerFactory. Pass one when you make the client, as the second argument of its"
            + " constructor, or pass services that have one to Build.");
        return factory.CreateLogger<LoggingCustomerClient>();
    }
}
