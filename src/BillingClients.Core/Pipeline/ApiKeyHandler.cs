namespace BillingClients.Providers;

/// <summary>Puts the API key and the call's own headers on each request, and sends to the configured host only.</summary>
internal sealed class ApiKeyHandler : DelegatingHandler
{
    private readonly ApiKeyHeader _header;
    private readonly Uri _baseAddress;
    private CachedValue? _cached;

    internal ApiKeyHandler(ApiKeyHeader header, Uri baseAddress)
    {
        _header = header;
        _baseAddress = baseAddress;
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ProviderCall call = ProviderCall.RequireCurrent();
        string? key = call.Options?.ApiKey ?? (call.Settings.ApiKeyProvider is null ? call.Settings.ApiKey : null);
        return key is null ? FetchKeyAndSendAsync(call, request, cancellationToken) : SendAsync(call, key, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> FetchKeyAndSendAsync(ProviderCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? key = await call.Settings.ApiKeyProvider!(cancellationToken).ConfigureAwait(false);
        if (ApiKeyRules.Check(key) is { } problem)
        {
            throw Refusal.Request(call.Provider, call.Request.Operation, nameof(ProviderOptions.ApiKeyProvider), $"the key that it returned {problem}");
        }

        return await SendAsync(call, key, request, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(ProviderCall call, string key, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RefuseOtherHosts(request);
        request.Headers.TryAddWithoutValidation(_header.Name, ValueOf(key));
        AddHeaders(request, call.Options?.Headers);
        call.WriteSent |= !call.Request.IsRead && request.Method.Method == call.Request.Method;
        return base.SendAsync(request, cancellationToken);
    }

    private void RefuseOtherHosts(HttpRequestMessage request)
    {
        if (request.RequestUri is not { } uri || uri.Host != _baseAddress.Host || uri.Port != _baseAddress.Port || uri.Scheme != _baseAddress.Scheme)
        {
            throw new InvalidOperationException($"A request to another host than {_baseAddress.Host} was stopped: the key goes to the configured host only.");
        }
    }

    private static void AddHeaders(HttpRequestMessage request, IReadOnlyDictionary<string, string>? headers)
    {
        if (headers is null)
        {
            return;
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private string ValueOf(string key)
    {
        if (_header.Prefix.Length == 0)
        {
            return key;
        }

        CachedValue? cached = _cached;
        if (cached?.Key != key)
        {
            _cached = cached = new CachedValue(key, _header.Prefix + key);
        }

        return cached.Value;
    }

    private sealed class CachedValue(string key, string value)
    {
        internal string Key { get; } = key;

        internal string Value { get; } = value;
    }
}
