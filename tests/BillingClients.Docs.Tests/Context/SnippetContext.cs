using BillingClients.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Docs.Tests.Context;

/// <summary>What the blocks of the pages find declared. Nothing here is run: blocks are compiled only.</summary>
public abstract class SnippetContext
{
#pragma warning disable IDE1006 // The blocks use them as locals.
    protected static readonly IServiceCollection services = null!;
    protected static readonly IConfiguration configuration = null!;
    protected static readonly ICustomerClientBuilder builder = null!;
    protected static readonly ICustomerClient client = null!;
    protected static readonly ProviderSimulator simulator = null!;
    protected static readonly CustomerCreate customer = null!;
    protected static readonly CancellationToken cancellationToken;
    protected static readonly ILogger logger = null!;
    protected static readonly HttpClient http = null!;
    protected static readonly ISecretVault vault = null!;
    protected static readonly string apiKey = null!;
    protected static readonly string tenantKey = null!;
#pragma warning restore IDE1006
}
