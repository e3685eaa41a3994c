namespace BillingClients.RefitShim.Model;

/// <summary>What reading an interface gave: a model, or the reasons why there is none.</summary>
internal sealed record ParseResult(InterfaceModel? Model, EquatableArray<DiagnosticModel> Diagnostics);
