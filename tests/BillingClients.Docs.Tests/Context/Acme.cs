namespace BillingClients.Docs.Tests.Context;

/// <summary>Stands for a provider's own SDK.</summary>
public sealed class AcmeCustomerService
{
    public Task<AcmeCustomer> CreateAsync(AcmeCustomerCreateOptions options) => throw new NotSupportedException(options.Name);

    public Task<IReadOnlyList<AcmeCustomer>> ListAsync(AcmeListOptions options) => throw new NotSupportedException($"{options.Limit}");
}

/// <summary>The SDK's settings, for the whole process.</summary>
public static class AcmeConfiguration
{
    public static string? ApiKey { get; set; }
}

/// <summary>The SDK's customer.</summary>
public sealed record AcmeCustomer(string Id);

/// <summary>The SDK's create.</summary>
public sealed class AcmeCustomerCreateOptions
{
    public string? Name { get; set; }

    public string? Email { get; set; }
}

/// <summary>The SDK's list.</summary>
public sealed class AcmeListOptions
{
    public int Limit { get; set; }
}
