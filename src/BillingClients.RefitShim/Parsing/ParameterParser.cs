using BillingClients.RefitShim.Diagnostics;
using BillingClients.RefitShim.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BillingClients.RefitShim.Parsing;

/// <summary>Finds out what each parameter of a method becomes in the request.</summary>
internal sealed class ParameterParser(IMethodSymbol method, IReadOnlyList<PathPart> path, DiagnosticBag diagnostics)
{
    public ParameterModel Parse(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || parameter.IsParams)
        {
            diagnostics.Add(Rules.ByReference, method, parameter, parameter.Name);
        }

        AttributeData? body = Find(parameter, RefitNames.Body);
        AttributeData? header = Find(parameter, RefitNames.Header);
        AttributeData? alias = Find(parameter, RefitNames.AliasAs);
        bool isToken = TypeNames.IsCancellationToken(parameter.Type);
        if (new[] { body is not null, header is not null, alias is not null, isToken }.Count(static each => each) > 1)
        {
            diagnostics.Add(Rules.ConflictingAttributes, method, parameter, parameter.Name);
        }

        if (isToken)
        {
            return Model(parameter, ParameterRole.Cancellation, "");
        }

        if (body is not null)
        {
            return Body(parameter);
        }

        return header is not null ? Header(parameter, Argument(header)) : InUrl(parameter, alias is null ? parameter.Name : Argument(alias));
    }

    private ParameterModel Body(IParameterSymbol parameter)
    {
        if (!TypeNames.IsJson(parameter.Type))
        {
            diagnostics.Add(Rules.UnsupportedBodyType, method, parameter, parameter.Name, TypeNames.InMessage(parameter.Type));
        }

        return Model(parameter, ParameterRole.Body, "");
    }

    private ParameterModel Header(IParameterSymbol parameter, string name)
    {
        if (!TypeNames.IsString(parameter.Type, nullable: true))
        {
            diagnostics.Add(Rules.UnsupportedHeaderType, method, parameter, parameter.Name, TypeNames.InMessage(parameter.Type));
        }

        if (!HeadersParser.IsRequestHeader(name))
        {
            diagnostics.Add(Rules.MalformedHeader, method, parameter, name);
        }

        return Model(parameter, ParameterRole.Header, name);
    }

    private ParameterModel InUrl(IParameterSymbol parameter, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            diagnostics.Add(Rules.EmptyAlias, method, parameter, parameter.Name);
        }

        bool inPath = path.Any(part => part.IsParameter && string.Equals(part.Text, name, StringComparison.OrdinalIgnoreCase));
        if (!TypeNames.IsScalar(parameter.Type, nullable: !inPath))
        {
            diagnostics.Add(
                inPath ? Rules.UnsupportedPathType : Rules.UnsupportedQueryType, method, parameter, parameter.Name, TypeNames.InMessage(parameter.Type));
        }

        return Model(parameter, inPath ? ParameterRole.Path : ParameterRole.Query, name);
    }

    private static ParameterModel Model(IParameterSymbol parameter, ParameterRole role, string key) =>
        new(Escaped(parameter.Name), TypeNames.InCode(parameter.Type), role, key);

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static AttributeData? Find(IParameterSymbol parameter, string name) =>
        parameter.GetAttributes().FirstOrDefault(attribute => RefitNames.Is(attribute, name));

    private static string Argument(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is string value ? value : "";
}
