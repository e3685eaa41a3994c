namespace BillingClients.Providers;

/// <summary>What to say about a name that no client has.</summary>
internal static class UnknownClientName
{
    /// <summary>What was asked for, what exists, and what to write.</summary>
    /// <param name="key">The key that was asked for.</param>
    /// <param name="names">The names of the registered clients.</param>
    internal static string Describe(object? key, IReadOnlyList<string> names)
    {
        string registered = $"Registered: {string.Join(", ", names)}.";
        if (key is not string name)
        {
            return $"Billing clients are registered under names, and the key is a {key?.GetType().Name ?? "null"}. Ask with the name as a string. {registered}";
        }

        string unknown = $"No billing client is named '{LogText.OneLine(name)}'.";
        return NearName.Find(name, names) switch
        {
            null => $"{unknown} {registered}",
            { } near when near.Equals(name, StringComparison.OrdinalIgnoreCase) => $"{unknown} Did you mean '{near}'? Names are compared with case. {registered}",
            { } near => $"{unknown} Did you mean '{near}'? {registered}",
        };
    }
}
