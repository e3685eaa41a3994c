namespace BillingClients.Core.Tests.Middleware;

/// <summary>An application's own middleware, for registered clients and for others.</summary>
internal static class NotingBuilderExtensions
{
    internal static TBuilder UseNoting<TBuilder>(this TBuilder builder, string name, List<string> order)
        where TBuilder : IMiddlewareBuilder<TBuilder> =>
        builder.Use(inner => new BuilderTests.InnerClient(inner, name, order));
}
