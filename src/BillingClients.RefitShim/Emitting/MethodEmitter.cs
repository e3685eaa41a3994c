using BillingClients.RefitShim.Model;
using BillingClients.RefitShim.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace BillingClients.RefitShim.Emitting;

/// <summary>Writes one method: its URL, its request, and the call that sends it.</summary>
internal static class MethodEmitter
{
    public static void Emit(MethodModel method, SourceWriter writer)
    {
        string parameters = string.Join(", ", method.Parameters.Select(static each => $"{each.Type} {each.Name}"));
        writer.Line($"// {method.Verb.ToUpperInvariant()} {method.Path}");
        writer.Open($"public {method.ReturnType} {method.Name}({parameters})");
        string url = Url(method, writer);
        string content = Of(method, ParameterRole.Body).Select(static body => $", _client.CreateBody<{body.Type}>({body.Name})").FirstOrDefault() ?? "";
        writer.Line($"var __request = global::Refit.Implementation.RestClient.CreateRequest(global::System.Net.Http.HttpMethod.{method.Verb}, {url}{content});");
        Headers(method, writer);
        string type = method.Result is null ? "" : $"<{method.Result}>";
        string token = Of(method, ParameterRole.Cancellation).Single().Name;
        writer.Line($"return _client.SendAsync{type}(__request, {token}){(method.ResultIsNeverNull ? "!" : "")};");
        writer.Close();
    }

    private static string Url(MethodModel method, SourceWriter writer)
    {
        if (!method.Parameters.Any(static each => each.Role is ParameterRole.Path or ParameterRole.Query))
        {
            return $"_client.Prefix + {Literal(method.Path)}";
        }

        writer.Line("var __url = new global::Refit.Implementation.RequestUrl(_client.Prefix, stackalloc char[256]);");
        foreach (PathPart part in method.PathParts)
        {
            string argument = part.IsParameter ? method.Parameters.First(each => MethodRules.Fills(each, part)).Name : Literal(part.Text);
            writer.Line($"__url.{(part.IsParameter ? "AppendPath" : "AppendLiteral")}({argument});");
        }

        foreach (ParameterModel query in Of(method, ParameterRole.Query))
        {
            writer.Line($"__url.AppendQuery({Literal(Uri.EscapeDataString(query.Key))}, {query.Name});");
        }

        return "__url.Build()";
    }

    private static void Headers(MethodModel method, SourceWriter writer)
    {
        foreach (HeaderModel header in method.Headers)
        {
            writer.Line($"global::Refit.Implementation.RestClient.AddHeader(__request, {Literal(header.Name)}, {Literal(header.Value)});");
        }

        foreach (ParameterModel header in Of(method, ParameterRole.Header))
        {
            writer.Line($"global::Refit.Implementation.RestClient.AddHeader(__request, {Literal(header.Key)}, {header.Name});");
        }
    }

    private static IEnumerable<ParameterModel> Of(MethodModel method, ParameterRole role) => method.Parameters.Where(each => each.Role == role);

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
