namespace BillingClients.RefitShim.Model;

/// <summary>A piece of a path: text as written, or the name of the parameter that goes there.</summary>
internal sealed record PathPart(string Text, bool IsParameter);
