using System.Net.Http.Headers;
using Refit;

namespace BillingClients.Providers;

/// <summary>A request of an application's own interface, as Refit made it.</summary>
internal sealed class OwnRequest
{
    private static readonly HttpRequestOptionsKey<string> Template = new(HttpRequestMessageOptions.RelativePathTemplate);
    private static readonly HttpRequestOptionsKey<ProviderCall> Call = new("BillingClients.Call");

    private readonly HttpRequestMessage _request;

    internal OwnRequest(HttpRequestMessage request)
    {
        _request = request;
        Endpoint = new Endpoint(request.Method.Method, TemplateOf(request));
    }

    /// <summary>The method and the path's template, as the interface declares them.</summary>
    internal Endpoint Endpoint { get; }

    /// <summary>Whether the interface accepts something else than JSON, such as a PDF. Then the body of a success is the caller's to judge.</summary>
    internal bool AcceptsOtherThanJson => _request.Headers.NonValidated.TryGetValues("Accept", out HeaderStringValues types)
        && types.Any(static type => !type.Contains("json", StringComparison.OrdinalIgnoreCase));

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

        OwnAddressCheck.Check(check, Endpoint.Template, _request.RequestUri!, account.Settings.GetBaseAddress());
        check.ThrowIfRefused(account.Name);
        return options;
    }

    /// <summary>
    /// Makes the request of one attempt. <see cref="HttpClient"/> sends a request only once, and counts the original as sent, because Refit's HTTP client has passed
    /// it to this library.
    /// </summary>
    /// <param name="call">The call. The answer is read with it, see <see cref="CallOf"/>.</param>
    /// <param name="cancellationToken">Cancels the reading of the body.</param>
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
}
