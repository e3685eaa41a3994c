using BillingClients.RefitShim.Diagnostics;
using BillingClients.RefitShim.Model;
using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>Reads [Headers] of a method, and judges header names.</summary>
internal static class HeadersParser
{
    private const string TokenPunctuation = "!#$%&'*+-.^_`|~";

    private static readonly HashSet<string> DescribesTheBody = new(["Allow", "Expires", "Last-Modified"], StringComparer.OrdinalIgnoreCase);

    public static List<HeaderModel> Parse(IMethodSymbol method, DiagnosticBag diagnostics)
    {
        var headers = new List<HeaderModel>();
        foreach (string header in Written(method))
        {
            int colon = header.IndexOf(':');
            string name = colon < 0 ? "" : header.Substring(0, colon).Trim();
            string value = header.Substring(colon + 1).Trim();
            if (IsRequestHeader(name) && value.Length > 0 && !value.Any(char.IsControl))
            {
                headers.Add(new HeaderModel(name, value));
            }
            else
            {
                diagnostics.Add(Rules.MalformedHeader, method, header);
            }
        }

        return headers;
    }

    public static bool IsRequestHeader(string name) =>
        name.Length > 0
        && name.All(static c => c < 128 && (char.IsLetterOrDigit(c) || TokenPunctuation.IndexOf(c) >= 0))
        && !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        && !DescribesTheBody.Contains(name);

    private static IEnumerable<string> Written(IMethodSymbol method) =>
        from attribute in method.GetAttributes()
        where RefitNames.Is(attribute, RefitNames.Headers) && attribute.ConstructorArguments.Length == 1 && !attribute.ConstructorArguments[0].IsNull
        from value in attribute.ConstructorArguments[0].Values
        select value.Value as string ?? "";
}
