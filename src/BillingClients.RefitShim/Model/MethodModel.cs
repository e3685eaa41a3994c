namespace BillingClients.RefitShim.Model;

/// <summary>One endpoint. <c>Result</c> is null for a method that returns a plain <c>Task</c>.</summary>
internal sealed record MethodModel(
    string Name,
    string Verb,
    string Path,
    string ReturnType,
    string? Result,
    bool ResultIsNeverNull,
    EquatableArray<PathPart> PathParts,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<HeaderModel> Headers);
