namespace BillingClients.Providers;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Error">The property and the problem.</param>
/// <param name="Sentence">What the message says if nothing else is wrong.</param>
/// <param name="Field">The field that the provider cannot store, change or clear; null if something else is wrong.</param>
internal sealed record FieldProblem(FieldError Error, string Sentence, CustomerField? Field)
{
    internal static FieldProblem Of(ProviderDescriptor provider, string property, string problem) =>
        new(new FieldError(property, problem), $"{provider.DisplayName}: {property} {WithFullStop(problem)}", Field: null);

    internal static FieldProblem Unsupported(ProviderDescriptor provider, CustomerField field, string problem, string remedy) => new(
        new FieldError(field.ToString(), $"is a field that {provider.DisplayName} {problem}. {remedy}"),
        $"{provider.DisplayName} {problem} {field}. {remedy}",
        field);

    /// <summary>What the message says if several things are wrong.</summary>
    internal string SentenceAmongOthers => $"{Error.Field} {WithFullStop(Error.Message)}";

    private static string WithFullStop(string text) => text.EndsWith('.') ? text : $"{text}.";
}
