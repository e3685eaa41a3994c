using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>The attributes that the shim knows, and how to tell one.</summary>
internal static class RefitNames
{
    public const string Body = "BodyAttribute";
    public const string AliasAs = "AliasAsAttribute";
    public const string Header = "HeaderAttribute";
    public const string Headers = "HeadersAttribute";

    public static readonly string[] Verbs = ["GetAttribute", "PostAttribute", "PutAttribute", "PatchAttribute", "DeleteAttribute"];

    public static readonly string[] All = [.. Verbs, Body, AliasAs, Header, Headers];

    // Refit's own, which the shim lacks: the compiler says that they don't exist, and the shim says what does.
    private static readonly HashSet<string> Unsupported =
    [
        "Head", "Options", "Multipart", "Query", "QueryUriFormat", "QueryName", "QueryConverter", "Encoded", "Authorize", "HeaderCollection", "Property",
        "AttachmentName", "FormObject", "Url", "Paged", "PageToken", "Timeout",
    ];

    public static bool IsRefit(AttributeData attribute) => IsRefit(attribute.AttributeClass);

    public static bool Is(AttributeData attribute, string name) => IsRefit(attribute) && attribute.AttributeClass!.Name == name;

    public static bool IsVerb(AttributeData attribute) => IsRefit(attribute) && Verbs.Contains(attribute.AttributeClass!.Name);

    public static bool IsUnsupported(AttributeData attribute) => attribute.AttributeClass switch
    {
        { TypeKind: TypeKind.Error } missing => Unsupported.Contains(Short(missing.Name)),
        { } known => IsRefit(known) && !All.Contains(known.Name),
        null => false,
    };

    public static string Short(string attributeName) =>
        attributeName.EndsWith("Attribute", StringComparison.Ordinal) ? attributeName.Substring(0, attributeName.Length - "Attribute".Length) : attributeName;

    private static bool IsRefit(INamedTypeSymbol? type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "Refit", ContainingNamespace.IsGlobalNamespace: true } };
}
