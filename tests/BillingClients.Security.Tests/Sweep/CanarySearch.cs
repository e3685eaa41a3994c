using System.Buffers;
using System.Text.RegularExpressions;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>Looks for canaries, in all their forms.</summary>
public sealed class CanarySearch
{
    private readonly (string Name, string Form)[] _forms;
    private readonly SearchValues<string> _any;

    /// <summary>Prepares to look for these.</summary>
    public CanarySearch(Canaries canaries)
    {
        _forms = [.. canaries.All.SelectMany(static canary => CanaryForms.Of(canary.Value).Select(form => (canary.Key, form)))];
        _any = SearchValues.Create([.. _forms.Select(static form => form.Form)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The names of the canaries in a text.</summary>
    public IReadOnlyList<string> In(string text) => text.AsSpan().ContainsAny(_any)
        ? [.. _forms.Where(form => text.Contains(form.Form, StringComparison.OrdinalIgnoreCase)).Select(static form => form.Name).Distinct(), .. CountryIn(text)]
        : CountryIn(text);

    // Two letters are in many a text; alone between others than letters and digits they are in none.
    private static string[] CountryIn(string text) => Regex.IsMatch(text, @"(?<![A-Za-z0-9+/_-])(AQ|BV)(?![A-Za-z0-9+/_-])") ? ["country"] : [];
}
