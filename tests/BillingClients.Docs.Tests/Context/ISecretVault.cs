namespace BillingClients.Docs.Tests.Context;

/// <summary>A secret store, as any of them.</summary>
public interface ISecretVault
{
    /// <summary>Reads a secret.</summary>
    Task<string> GetSecretAsync(string name, CancellationToken cancellationToken);
}
