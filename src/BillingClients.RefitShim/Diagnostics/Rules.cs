using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Diagnostics;

/// <summary>Every way in which an interface can ask for more than the shim does. The first argument is always the member's name.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor NotAnInterface = Rule(
        "BCRS001", "Not a Refit interface",
        "{0} uses Refit attributes, which are supported on the methods of non-generic interfaces that are internal or public");

    public static readonly DiagnosticDescriptor InheritedInterface = Rule(
        "BCRS002", "Inherited interface",
        "{0} inherits {1}; declare all endpoints in one interface, without a base");

    public static readonly DiagnosticDescriptor UnsupportedMember = Rule(
        "BCRS003", "Unsupported member",
        "{0} isn't a method; a Refit interface supports only methods with a verb attribute");

    public static readonly DiagnosticDescriptor MethodWithBody = Rule(
        "BCRS004", "Method with a body",
        "{0} has a body or is static; a Refit interface supports only methods without a body, use an extension method instead");

    public static readonly DiagnosticDescriptor MissingVerb = Rule(
        "BCRS005", "Missing verb",
        "{0} has no verb attribute; give it one of [Get], [Post], [Put], [Patch] and [Delete]");

    public static readonly DiagnosticDescriptor SeveralVerbs = Rule(
        "BCRS006", "Several verbs",
        "{0} has several verb attributes; keep exactly one of [Get], [Post], [Put], [Patch] and [Delete]");

    public static readonly DiagnosticDescriptor GenericMethod = Rule(
        "BCRS007", "Generic method",
        "{0} is generic; declare one non-generic method for each type");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = Rule(
        "BCRS008", "Unsupported return type",
        "{0} returns {1}; supported are Task, and Task<T> of a type that is read from JSON");

    public static readonly DiagnosticDescriptor MissingCancellation = Rule(
        "BCRS009", "Cancellation token",
        "{0} must take exactly one CancellationToken, as its last parameter");

    public static readonly DiagnosticDescriptor ByReference = Rule(
        "BCRS010", "Parameter by reference",
        "{0} takes {1} by reference or as params; parameters are supported by value only");

    public static readonly DiagnosticDescriptor PathWithoutSlash = Rule(
        "BCRS011", "Path without a leading slash",
        "{0} has the path \"{1}\"; a path starts with '/' and is appended to the base address");

    public static readonly DiagnosticDescriptor UnsupportedPathCharacter = Rule(
        "BCRS012", "Unsupported character in the path",
        "{0} has the path \"{1}\", in which '?', '#', '\\', blanks and control characters aren't supported; "
        + "declare query parameters as parameters of the method");

    public static readonly DiagnosticDescriptor MalformedPlaceholder = Rule(
        "BCRS013", "Unsupported placeholder",
        "{0} has the path \"{1}\", whose placeholder isn't supported; a placeholder is {{name}}, and stands for one path segment or a part of it");

    public static readonly DiagnosticDescriptor UnknownPlaceholder = Rule(
        "BCRS014", "Placeholder without a parameter",
        "{0} has the placeholder {{{1}}} in its path, and no path parameter of that name or [AliasAs] name");

    public static readonly DiagnosticDescriptor UnsupportedPathType = Rule(
        "BCRS015", "Unsupported path parameter",
        "{0} takes the path parameter {1} of type {2}; supported are string, int, long and bool, none of them nullable");

    public static readonly DiagnosticDescriptor UnsupportedQueryType = Rule(
        "BCRS016", "Unsupported query parameter",
        "{0} takes the query parameter {1} of type {2}; supported are string, int, long, bool and their nullable forms, and [Body] for a body");

    public static readonly DiagnosticDescriptor UnsupportedHeaderType = Rule(
        "BCRS017", "Unsupported header parameter",
        "{0} takes the header parameter {1} of type {2}; supported are string and string?");

    public static readonly DiagnosticDescriptor SeveralBodies = Rule(
        "BCRS018", "Several bodies",
        "{0} has several [Body] parameters; keep one");

    public static readonly DiagnosticDescriptor BodyNotAllowed = Rule(
        "BCRS019", "Body not allowed",
        "{0} has a [Body] parameter, which is supported for [Post], [Put] and [Patch]");

    public static readonly DiagnosticDescriptor UnsupportedBodyType = Rule(
        "BCRS020", "Unsupported body",
        "{0} takes the body {1} of type {2}; supported are types that are written as JSON");

    public static readonly DiagnosticDescriptor MalformedHeader = Rule(
        "BCRS021", "Malformed header",
        "{0} has the header \"{1}\"; a header is written \"Name: value\" in [Headers] and \"Name\" in [Header], and may not be one that describes the body");

    public static readonly DiagnosticDescriptor RepeatedHeader = Rule(
        "BCRS022", "Repeated header",
        "{0} sends the header {1} twice; keep one");

    public static readonly DiagnosticDescriptor ConflictingAttributes = Rule(
        "BCRS023", "Conflicting attributes",
        "{0} has attributes on {1} that exclude each other; a parameter is a [Body], a [Header], or a path or query parameter with at most an [AliasAs] name");

    public static readonly DiagnosticDescriptor UnsupportedAttribute = Rule(
        "BCRS024", "Unsupported attribute",
        "{0} uses [{1}]; supported are [Get], [Post], [Put], [Patch], [Delete] and [Headers] on a method, [Body], [AliasAs] and [Header] on a parameter");

    public static readonly DiagnosticDescriptor EmptyAlias = Rule(
        "BCRS025", "Empty alias",
        "{0} gives {1} an empty [AliasAs] name; name the query or path parameter that it becomes");

    public static readonly DiagnosticDescriptor RepeatedPathParameter = Rule(
        "BCRS026", "Repeated path parameter",
        "{0} has several parameters for the placeholder {{{1}}}; keep one");

    private static readonly Dictionary<string, DiagnosticDescriptor> All = new[]
    {
        NotAnInterface, InheritedInterface, UnsupportedMember, MethodWithBody, MissingVerb, SeveralVerbs, GenericMethod, UnsupportedReturnType,
        MissingCancellation, ByReference, PathWithoutSlash, UnsupportedPathCharacter, MalformedPlaceholder, UnknownPlaceholder, UnsupportedPathType,
        UnsupportedQueryType, UnsupportedHeaderType, SeveralBodies, BodyNotAllowed, UnsupportedBodyType, MalformedHeader, RepeatedHeader,
        ConflictingAttributes, UnsupportedAttribute, EmptyAlias, RepeatedPathParameter,
    }.ToDictionary(static rule => rule.Id);

    public static DiagnosticDescriptor ById(string id) => All[id];

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, "BillingClients.RefitShim", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
