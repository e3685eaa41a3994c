using System.Collections.Concurrent;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Subjects;

/// <summary>A provider's requests that write. A GET reads, and so does the request of a list, which may be a POST. All others write.</summary>
internal sealed class WriteRequests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<WriteRequests>>> Known = new();

    private readonly JournalEntry _list;

    private WriteRequests(JournalEntry list) => _list = list;

    /// <summary>The writing requests of a provider.</summary>
    public static Task<WriteRequests> OfAsync(string subject) =>
        Known.GetOrAdd(subject, static subject => new Lazy<Task<WriteRequests>>(() => ReadAsync(subject))).Value;

    /// <summary>Whether a request writes.</summary>
    /// <param name="method">Its verb.</param>
    /// <param name="path">Its path within the provider's API.</param>
    public bool Include(string method, string path) => method != "GET" && (method, path) != (_list.Method, _list.Path);

    private static async Task<WriteRequests> ReadAsync(string subject)
    {
        await using Bench bench = await Bench.StartAsync(subject);
        await bench.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: TestContext.Current.CancellationToken);
        return new WriteRequests(bench.Provider.Requests.ShouldHaveSingleItem());
    }
}
