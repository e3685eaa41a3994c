using Refit;

namespace BillingClients.Security.Tests.Paths;

/// <summary>Endpoints of an application's own, with values in the middle and at the end of the path, and in the query.</summary>
public interface IPartsApi
{
    [Get("/things/{thing}/parts/{part}")]
    Task<string> GetAsync(string thing, string part, string? search, [Header("X-Case")] string number);

    [Get("/things/{thing}/parts/{part}")]
    Task<string> GetEncodedAsync([Encoded] string thing, [Encoded] string part, [Header("X-Case")] string number);
}
