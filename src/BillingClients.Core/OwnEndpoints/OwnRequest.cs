using Refit;

namespace BillingClients.Providers;

/// <summary>A request of an application's own interface, as Refit made it.</summary>
internal sealed class OwnRequest
{
    private static readonly HttpRequestOptionsKey<string> Template = new(HttpRequestMessageOptions.RelativePathTemplate);
    private static readonly HttpRequestOptionsKey<ProviderCall> Call = new("BillingClients.Call");

    private const string EscapedNull = "%00";

    // As Uri escapes them.
    private static readonly string[] Misread = ["%2F", "%5C", EscapedNull];

    private readonly HttpRequestMessage _request;

    internal OwnRequest(HttpRequestMessage request)
    {
        _request = request;
        Endpoint = new Endpoint(request.Method.Method, TemplateOf(request));
    }

    /// <summary>The method and the path's template, as the interface declares them.</summary>
    internal Endpoint Endpoint { get; }

    /// <summary>Whether the interface asks for something else than JSON, such as a PDF. Then the body of a success is the caller's to judge.</summary>
    internal bool AsksForOwnType => _request.Headers.NonValidated.Contains("Accept");

    /// <summary>The call that a response answers.</summary>
    internal static ProviderCall CallOf(HttpResponseMessage response) =>
        response.RequestMessage!.Options.TryGetValue(Call, out ProviderCall? call) ? call : throw new InvalidOperationException("The response answers no call.");

    /// <summary>Checks the request before it is sent.</summary>
    /// <returns>The settings of the call, which the interface takes as a <c>[Property] CallOptions</c>; null for none.</returns>
    /// <exception cref="BillingValidationException">The settings or the path cannot be sent.</exception>
    internal CallOptions? Check(FieldCheck check, ProviderAccount account)
    {
        CallOptions? options = CallOptionsCheck.Read(check, _request.Options.Select(static option => option.Value).OfType<CallOptions>().FirstOrDefault());
        CallOptionsCheck.CheckApiKey(check, options, account.Settings);
        if (options?.IdempotencyKey is not null && !check.Operation.IsRead)
        {
            check.Refuse(
                "CallOptions.IdempotencyKey",
                "is not sent with a request of your own interface. Leave it out. If the endpoint takes one, declare it as a [Header] parameter of the method");
        }

        CheckAddress(check, account.Settings.GetBaseAddress());
        check.ThrowIfRefused(account.Name);
        return options;
    }

    /// <summary>A copy to send. A request can be sent once only, and Refit's own HTTP client has sent the original, to this library.</summary>
    internal async ValueTask<HttpRequestMessage> CopyAsync(ProviderCall call, CancellationToken cancellationToken)
    {
        HttpRequestMessage copy = new(_request.Method, _request.RequestUri) { Version = _request.Version, VersionPolicy = _request.VersionPolicy };
        foreach ((string name, IEnumerable<string> values) in _request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        // The settings of the call may have a key, which the application's handlers must not see.
        foreach ((string name, object? value) in _request.Options.Where(static option => option.Value is not CallOptions))
        {
            ((IDictionary<string, object?>)copy.Options)[name] = value;
        }

        copy.Options.Set(Call, call);
        copy.Headers.Host = null;
        copy.Content = _request.Content is null ? null : await RequestBody.CopyAsync(_request.Content, cancellationToken).ConfigureAwait(false);
        return copy;
    }

    private static string TemplateOf(HttpRequestMessage request)
    {
        string template = request.Options.TryGetValue(Template, out string? declared) ? declared : "";
        int query = template.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? template : template[..query];
    }

    // Uri removes dot segments, and some routers decode an escaped slash before they look for the route: the request would reach another endpoint.
    private void CheckAddress(FieldCheck check, Uri baseAddress)
    {
        if (_request.RequestUri!.Query.Contains(EscapedNull, StringComparison.Ordinal))
        {
            check.Refuse("Query", "has a value with U+0000. Remove it");
        }

        string template = baseAddress.AbsolutePath.TrimEnd('/') + Endpoint.Template;
        bool isOneValue = Endpoint.Template.Length == 0 || template.Contains("{**", StringComparison.Ordinal);
        if (!isOneValue && LeadsElsewhere(template, _request.RequestUri.AbsolutePath))
        {
            check.Refuse(
                "Path",
                "has a value that is empty, '.' or '..', or that contains a slash, a backslash or U+0000, so the request might reach another endpoint. Send such a"
                    + " value in a query or a body, if the provider takes it there");
        }
    }

    private static bool LeadsElsewhere(string template, string path)
    {
        string[] segments = path.Split('/');
        return segments.Length != template.Split('/').Length
            || segments.Skip(1).Contains("")
            || Misread.Any(escape => path.Contains(escape, StringComparison.OrdinalIgnoreCase));
    }
}
