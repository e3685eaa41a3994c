namespace BillingClients.Providers;

/// <summary>
/// Removes the handlers of Microsoft's resilience packages that an application adds to all of its HTTP clients: a billing client knows better which requests
/// may be sent again. They are recognised by their names, because this package does not depend on theirs.
/// </summary>
internal static class ResilienceHandlers
{
    private const string Namespace = "Microsoft.Extensions.Http.Resilience";
    private const string PolicyHandler = "Microsoft.Extensions.Http.PolicyHttpMessageHandler";

    /// <summary>Removes them.</summary>
    /// <returns>The names of the types that were removed; empty if there were none.</returns>
    internal static IReadOnlyList<string> RemoveFrom(IList<DelegatingHandler> handlers)
    {
        DelegatingHandler[] removed = [.. handlers.Where(static handler => IsOne(handler.GetType()))];
        foreach (DelegatingHandler handler in removed)
        {
            handlers.Remove(handler);
            handler.Dispose();
        }

        return [.. removed.Select(static handler => handler.GetType().Name)];
    }

    private static bool IsOne(Type? type) =>
        type is not null && (IsOf(type.Namespace) || type.FullName == PolicyHandler || IsOne(type.BaseType));

    private static bool IsOf(string? space) =>
        space is not null && (space == Namespace || space.StartsWith(Namespace + ".", StringComparison.Ordinal));
}
