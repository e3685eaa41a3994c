namespace BillingClients.RefitShim.Model;

/// <summary>A parameter of an endpoint. <c>Key</c> is the name of the header, path or query parameter that it becomes.</summary>
internal sealed record ParameterModel(string Name, string Type, ParameterRole Role, string Key);
