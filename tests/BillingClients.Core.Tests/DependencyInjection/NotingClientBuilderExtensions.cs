namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>An extension for registered clients and for those that were made with <c>new</c>.</summary>
internal static class NotingClientBuilderExtensions
{
    internal static TBuilder UseNotes<TBuilder>(this TBuilder builder, List<string> order)
        where TBuilder : IMiddlewareBuilder<TBuilder>
    {
        string name = builder.Name;
        return builder.Use(inner => new NotingClient(inner, name, order));
    }
}
