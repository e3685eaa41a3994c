namespace BillingClients.Benchmarks.Contestants;

/// <summary>How a provider is called.</summary>
public enum Side
{
    /// <summary><see cref="HttpClient"/> by hand: the yardstick.</summary>
    HandWritten,

    /// <summary>The extension methods of System.Net.Http.Json.</summary>
    HttpJson,

    /// <summary>RestSharp.</summary>
    RestSharp,

    /// <summary>System.ClientModel's pipeline.</summary>
    ClientModel,

    /// <summary>This library.</summary>
    BillingClients,
}
