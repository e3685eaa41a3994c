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

    /// <summary>Refit alone, with its defaults; at Flexprice only.</summary>
    Refit,

    /// <summary>Refit alone, with the settings that allocate least; at Flexprice only.</summary>
    RefitAtItsBest,

    /// <summary>This library.</summary>
    BillingClients,
}
