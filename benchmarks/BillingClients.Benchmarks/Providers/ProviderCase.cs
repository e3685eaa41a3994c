using System.Text.Json.Serialization;
using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Peers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Providers;

/// <summary>
/// One provider as it is measured: what is sent and answered, this library's client, and the same operations as a peer would be called without it. Both sides
/// start from the same record in memory, send the same JSON, read every field of the answer and end with a record of the application.
/// </summary>
internal abstract class ProviderCase
{
    public const int PageSize = 100;

    protected const string StoredId = "cus_01HACM7FZ1084XB1GB6053VM0D";
    protected const string ExternalId = "crm-1815";
    protected const string MissingId = "missing";

    /// <summary>The provider's name, which is also the first part of its path at the server that answers.</summary>
    public abstract string Name { get; }

    /// <summary>The ways to call it that are measured.</summary>
    public virtual IEnumerable<Side> Sides => Enum.GetValues<Side>().Except([Side.Refit, Side.RefitAtItsBest]);

    public abstract string ApiKey { get; }

    public abstract string KeyHeader { get; }

    public virtual string KeyPrefix => "";

    public abstract CustomerCreate NewCustomer { get; }

    public virtual CustomerKey Stored => CustomerKey.FromId(StoredId);

    public virtual CustomerKey Missing => CustomerKey.FromId(MissingId);

    public CustomerUpdate Change { get; } = new() { Name = "Ada King", Email = "ada.king@example.com" };

    /// <summary>The serializer that the peers use.</summary>
    public abstract JsonSerializerContext Json { get; }

    /// <summary>The JSON of one stored customer.</summary>
    public abstract string CustomerJson { get; }

    /// <summary>The JSON that answers a create.</summary>
    public virtual string CreatedJson => CustomerJson;

    /// <summary>Whether each create is answered with a customer of its own, because the client knows those that it has created.</summary>
    public virtual bool IsCreatedEachTime => false;

    /// <summary>The JSON that answers a get and an update.</summary>
    public virtual string FoundJson => CreatedJson;

    /// <summary>The JSON that answers a list.</summary>
    public string PageJson => PageOf(string.Join(',', Enumerable.Repeat(CustomerJson, PageSize)));

    /// <summary>The JSON that answers a list that nobody is in.</summary>
    public string EmptyPageJson => PageOf("");

    /// <summary>The JSON that answers with 404.</summary>
    public abstract string ErrorJson { get; }

    protected static Address Home { get; } = new()
    {
        Line1 = "1 Market Street",
        Line2 = "Suite 300",
        City = "San Francisco",
        State = "CA",
        PostalCode = "94105",
        Country = "US",
    };

    protected static Dictionary<string, string> Tags { get; } = new Dictionary<string, string> { ["tier"] = "gold" };

    public abstract ICustomerClientBuilder Register(IServiceCollection services, Uri baseAddress);

    public abstract Task<PlainCustomer> CreateAsync(Peer peer);

    public Task<PlainCustomer> GetAsync(Peer peer) => GetAsync(peer, Stored.Value);

    public abstract Task<PlainCustomer> UpdateAsync(Peer peer);

    public abstract Task<IReadOnlyList<PlainCustomer>> ListPageAsync(Peer peer);

    public Task<PlainCustomer> FailAsync(Peer peer) => GetAsync(peer, Missing.Value);

    protected abstract Task<PlainCustomer> GetAsync(Peer peer, string id);

    protected abstract string PageOf(string items);

    protected void Configure(ProviderOptions options, Uri baseAddress)
    {
        options.ApiKey = ApiKey;
        options.BaseAddress = baseAddress;
    }

    protected static PlainCustomer[] Each<TItem>(IReadOnlyList<TItem> items, Func<TItem, PlainCustomer> read)
    {
        PlainCustomer[] customers = new PlainCustomer[items.Count];
        for (int i = 0; i < customers.Length; i++)
        {
            customers[i] = read(items[i]);
        }

        return customers;
    }
}
