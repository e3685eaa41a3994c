using BillingClients.Security.Tests.Subjects;

namespace BillingClients.Security.Tests.Paths;

/// <summary>Every way in which a caller's text becomes a part of a URL: keys in paths, filters and page tokens in queries.</summary>
internal static class TextOperations
{
    public static IReadOnlyList<Operation> Of(ICustomerClient client) => [.. Operation.Of(client).Where(static operation => operation.KeyKind is not null), .. ListsOf(client)];

    private static IEnumerable<Operation> ListsOf(ICustomerClient client)
    {
        yield return List("list from a page token", static text => new CustomerListRequest { PageToken = text });
        if (client.Provider.Capabilities.Filters.ExternalId != Support.Unsupported)
        {
            yield return List("list by external id", static text => new CustomerListRequest { ExternalId = text });
        }

        if (client.Provider.Capabilities.Filters.Email != Support.Unsupported)
        {
            yield return List("list by e-mail", static text => new CustomerListRequest { Email = text });
        }
    }

    private static Operation List(string name, Func<string, CustomerListRequest> request) => new(
        name, OperationKind.List, KeyKind: null, (client, text, _, options, token) => client.ListPageAsync(request(text), options, token));
}
