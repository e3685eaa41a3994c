namespace BillingClients.Providers;

/// <summary>
/// A client that knows the name it is registered under. All providers' clients have it; <see cref="CustomerClientExtensions.GetService{T}"/> finds it behind
/// middleware. Messages, log lines, spans and metrics say the name, so that two accounts of one provider can be told apart.
/// </summary>
public interface INamedClient
{
    /// <summary>The name; without dependency injection, that of the provider.</summary>
    string Name { get; }
}
