using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingClients.Ledgerly.Tests.Simulation;

/// <summary>Ledgerly's customers, oldest first; the ref is unique. Safe for concurrent use.</summary>
internal sealed class LedgerlyStore
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _customers = [];
    private int _number;

    internal int Count => Read(static customers => customers.Count);

    /// <summary>Stores a customer; or returns the one that has its ref, and true.</summary>
    internal (JsonObject Customer, bool Exists) Add(JsonObject request)
    {
        lock (_gate)
        {
            if (_customers.Find(customer => Text(customer, "ref") == Text(request, "ref")) is { } holder)
            {
                return (Copy(holder), true);
            }

            JsonObject added = Copy(request);
            added["id"] = string.Create(CultureInfo.InvariantCulture, $"cu_{++_number:0000}");
            added["created"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
            _customers.Add(added);
            return (Copy(added), false);
        }
    }

    /// <summary>Changes what the request holds; null when there is no such customer.</summary>
    internal JsonObject? Change(string id, JsonObject request)
    {
        lock (_gate)
        {
            if (_customers.Find(customer => Text(customer, "id") == id) is not { } found)
            {
                return null;
            }

            foreach ((string name, JsonNode? value) in request)
            {
                found[name] = value?.DeepClone();
            }

            return Copy(found);
        }
    }

    internal bool Remove(string id)
    {
        lock (_gate)
        {
            return _customers.RemoveAll(customer => Text(customer, "id") == id) > 0;
        }
    }

    internal JsonObject? Find(string field, string value) =>
        Read(customers => customers.Find(customer => Text(customer, field) == value) is { } found ? Copy(found) : null);

    internal IReadOnlyList<JsonObject> All => Read(static customers => customers.ConvertAll(Copy));

    internal static string? Text(JsonObject customer, string field) => customer[field]?.GetValue<string>();

    private static JsonObject Copy(JsonObject customer) => (JsonObject)customer.DeepClone();

    private T Read<T>(Func<List<JsonObject>, T> read)
    {
        lock (_gate)
        {
            return read(_customers);
        }
    }
}
