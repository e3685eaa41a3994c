namespace BillingClients.Wire;

/// <summary>The body of an archive, <c>{}</c>: the server answers an empty body with a 400.</summary>
internal sealed class FlowgladArchiveRequest
{
    internal static FlowgladArchiveRequest Empty { get; } = new();
}
