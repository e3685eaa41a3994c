using BillingClients.RefitShim.Diagnostics;
using BillingClients.RefitShim.Model;
using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>Reads one method of a Refit interface.</summary>
internal static class MethodParser
{
    public static MethodModel? Parse(IMethodSymbol method, DiagnosticBag diagnostics)
    {
        AttributeData[] verbs = [.. method.GetAttributes().Where(RefitNames.IsVerb)];
        if (verbs.Length != 1)
        {
            diagnostics.Add(verbs.Length == 0 ? Rules.MissingVerb : Rules.SeveralVerbs, method);
            return null;
        }

        if (method.IsGenericMethod)
        {
            diagnostics.Add(Rules.GenericMethod, method);
        }

        string verb = RefitNames.Short(verbs[0].AttributeClass!.Name);
        string path = verbs[0].ConstructorArguments.Length == 1 && verbs[0].ConstructorArguments[0].Value is string text ? text : "";
        List<PathPart> parts = PathParser.Parse(path, method, diagnostics);
        var parser = new ParameterParser(method, parts, diagnostics);
        ParameterModel[] parameters = [.. method.Parameters.Select(parser.Parse)];
        List<HeaderModel> headers = HeadersParser.Parse(method, diagnostics);
        MethodRules.Check(method, verb, parts, parameters, headers, diagnostics);

        ITypeSymbol? result = Result(method, diagnostics);
        return new MethodModel(
            method.Name,
            verb,
            path,
            TypeNames.InCode(method.ReturnType),
            result is null ? null : TypeNames.InCode(result.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            result is { IsReferenceType: true } && result.NullableAnnotation != NullableAnnotation.Annotated,
            parts.ToEquatableArray(),
            parameters.ToEquatableArray(),
            headers.ToEquatableArray());
    }

    private static ITypeSymbol? Result(IMethodSymbol method, DiagnosticBag diagnostics)
    {
        if (TypeNames.IsTask(method.ReturnType))
        {
            return null;
        }

        ITypeSymbol? result = TypeNames.IsTaskOf(method.ReturnType) ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0] : null;
        if (result is null || !TypeNames.IsJson(result))
        {
            diagnostics.Add(Rules.UnsupportedReturnType, method, TypeNames.InMessage(method.ReturnType));
        }

        return result;
    }
}
