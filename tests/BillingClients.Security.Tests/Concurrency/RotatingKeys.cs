using BillingClients.Security.Tests.Fixtures;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Concurrency;

/// <summary>A secret store whose key is another one after every few requests. The provider accepts each; when one came into use is known.</summary>
internal sealed class RotatingKeys(string subject)
{
    private const int RequestsPerKey = 25;

    private int _asked;

    /// <summary>The number of the key that is in use.</summary>
    public int Generation => Volatile.Read(ref _asked) / RequestsPerKey;

    public SimulatedProvider? Provider { get; set; }

    public string Next()
    {
        string key = KeyOf(Interlocked.Increment(ref _asked) / RequestsPerKey);
        Provider?.AcceptKey(key);
        return key;
    }

    /// <summary>The number of a key.</summary>
    public static int GenerationOf(string sent) => int.Parse(sent[(sent.LastIndexOf('g') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    private string KeyOf(int generation) => Keys.Of(subject, $"g{generation}");
}
