namespace BillingClients.Providers;

/// <summary>Checks that a request of an application's own interface reaches the endpoint that the interface declares, whatever its values are. Pure.</summary>
internal static class OwnAddressCheck
{
    // What Uri writes in place of text that is not valid Unicode.
    private const char Replacement = '\uFFFD';

    private const string Remedy = "Send such a value in a query or a body, if the provider takes it there";

    /// <summary>Checks the address of a request.</summary>
    /// <param name="check">Takes what is wrong.</param>
    /// <param name="template">The path that the interface declares, with its placeholders; empty if the application builds the address.</param>
    /// <param name="address">The whole address, as it would be sent.</param>
    /// <param name="baseAddress">The base address of the client.</param>
    internal static void Check(FieldCheck check, string template, Uri address, Uri baseAddress)
    {
        if (Uri.UnescapeDataString(address.Query).AsSpan().ContainsAny('\0', Replacement))
        {
            check.Refuse("Query", "has a value with U+0000 or text that is not valid Unicode. Correct it");
        }

        bool isBuiltByTheApplication = template.Length == 0 || template.Contains("{**", StringComparison.Ordinal);
        if (!isBuiltByTheApplication)
        {
            string declared = baseAddress.AbsolutePath.TrimEnd('/') + template;
            CheckPath(check, declared.Split('/'), address.AbsolutePath.Split('/'));
        }
    }

    private static void CheckPath(FieldCheck check, string[] declared, string[] sent)
    {
        // Uri has removed the dot segments already.
        if (declared.Length != sent.Length || declared.Zip(sent).Any(static pair => !IsValue(pair.First) && !IsSame(pair.First, pair.Second)))
        {
            check.Refuse("Path", $"has a value that is '.' or '..', or that contains a slash, so the request would reach another endpoint. {Remedy}");
            return;
        }

        foreach ((string name, string value) in declared.Zip(sent).Where(static pair => IsValue(pair.First)))
        {
            CheckValue(check, name, Uri.UnescapeDataString(value));
        }
    }

    // Some servers unescape a path before they look for the endpoint.
    private static void CheckValue(FieldCheck check, string name, string value)
    {
        if (value.Length == 0)
        {
            check.Refuse("Path", $"has an empty value for {name}. Set it");
        }
        else if (value.Any(static c => c is '/' or '\\' or Replacement || char.IsControl(c)))
        {
            check.Refuse(
                "Path",
                $"has a value for {name} with a slash, a backslash, a control character or invalid Unicode, which might reach another endpoint. {Remedy}");
        }
    }

    private static bool IsValue(string declared) => declared.Contains('{', StringComparison.Ordinal);

    private static bool IsSame(string declared, string sent) => Uri.UnescapeDataString(declared) == Uri.UnescapeDataString(sent);
}
