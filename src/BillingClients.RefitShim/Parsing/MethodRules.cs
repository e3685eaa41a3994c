using BillingClients.RefitShim.Diagnostics;
using BillingClients.RefitShim.Model;
using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>What must hold between the parts of a method.</summary>
internal static class MethodRules
{
    public static void Check(
        IMethodSymbol method,
        string verb,
        IReadOnlyList<PathPart> path,
        IReadOnlyList<ParameterModel> parameters,
        IReadOnlyList<HeaderModel> headers,
        DiagnosticBag diagnostics)
    {
        int tokens = parameters.Count(static each => each.Role == ParameterRole.Cancellation);
        if (tokens != 1 || parameters[parameters.Count - 1].Role != ParameterRole.Cancellation)
        {
            diagnostics.Add(Rules.MissingCancellation, method);
        }

        int bodies = parameters.Count(static each => each.Role == ParameterRole.Body);
        if (bodies > 1)
        {
            diagnostics.Add(Rules.SeveralBodies, method);
        }

        if (bodies > 0 && verb is ("Get" or "Delete"))
        {
            diagnostics.Add(Rules.BodyNotAllowed, method);
        }

        foreach (PathPart part in path.Where(static part => part.IsParameter))
        {
            int filling = parameters.Count(each => Fills(each, part));
            if (filling != 1)
            {
                diagnostics.Add(filling == 0 ? Rules.UnknownPlaceholder : Rules.RepeatedPathParameter, method, part.Text);
            }
        }

        IEnumerable<IGrouping<string, string>> sent = headers.Select(static each => each.Name)
            .Concat(parameters.Where(static each => each.Role == ParameterRole.Header).Select(static each => each.Key))
            .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, string> repeated in sent.Where(static group => group.Count() > 1))
        {
            diagnostics.Add(Rules.RepeatedHeader, method, repeated.Key);
        }
    }

    public static bool Fills(ParameterModel parameter, PathPart part) =>
        parameter.Role == ParameterRole.Path && string.Equals(parameter.Key, part.Text, StringComparison.OrdinalIgnoreCase);
}
