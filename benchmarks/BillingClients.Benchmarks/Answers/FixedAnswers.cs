using System.Text;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Answers;

/// <summary>A provider's answers, made once: what is measured is the client, not a server.</summary>
internal sealed class FixedAnswers(ProviderCase provider)
{
    private readonly FixedAnswer _created = New(201, provider.CreatedJson);
    private readonly FixedAnswer _found = New(200, provider.FoundJson);
    private readonly FixedAnswer _page = New(200, provider.PageJson);
    private readonly FixedAnswer _nobody = New(200, provider.EmptyPageJson);
    private readonly FixedAnswer _error = New(404, provider.ErrorJson);

    public FixedAnswer Find(string method, string path, string query) =>
        path.EndsWith("/missing", StringComparison.Ordinal) ? _error
        : path.EndsWith("/search", StringComparison.Ordinal) ? _page
        : query.StartsWith("?email=", StringComparison.Ordinal) ? _nobody
        : path.EndsWith("/customers", StringComparison.Ordinal) ? FindForAll(method)
        : _found;

    private FixedAnswer FindForAll(string method) => method switch
    {
        "GET" => _page,
        "POST" => provider.IsCreatedEachTime ? New(201, provider.CreatedJson) : _created,
        _ => _found,
    };

    private static FixedAnswer New(int status, string json) => new(status, Encoding.UTF8.GetBytes(json));
}
