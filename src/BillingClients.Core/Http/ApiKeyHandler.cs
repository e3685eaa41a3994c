namespace BillingClients.Providers;

/// <summary>
/// Adds the API key, <c>Accept</c>, <c>User-Agent</c> and the call's own headers to each request, and sends requests to the configured host only.
/// </summary>
internal sealed class ApiKeyHandler : DelegatingHandler
{
    private readonly ApiKeyHeader _header;
    private readonly Uri _baseAddress;
    private readonly UserAgent _userAgent = new();
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
        return call.Options?.ApiKey is null && call.Settings.ApiKeyProvider is { } fetch
            ? FetchKeyAndSendAsync(call, fetch, request, cancellationToken)
            : SendAsync(call, call.Options?.ApiKey ?? Checked(call, call.Settings.ApiKey, "ApiKey"), request, cancellationToken);
    }

    private async Task<HttpResponseMessage> FetchKeyAndSendAsync(
        ProviderCall call, Func<CancellationToken, ValueTask<string>> fetch, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? key;
        try
        {
            key = await fetch(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Failures.NoKey(call, $"ApiKeyProvider failed with {failure.GetType().Name}; the inner exception says why.", failure);
        }

        return await SendAsync(call, Checked(call, key, "the key that ApiKeyProvider returned"), request, cancellationToken).ConfigureAwait(false);
    }

    // Without a container, the options can be changed after they were validated.
    private static string Checked(ProviderCall call, string? key, string source) =>
        ApiKeyCheck.Check(call.Settings, key) is { } problem ? throw Failures.NoKey(call, $"{source} {problem}") : key!;

    private Task<HttpResponseMessage> SendAsync(ProviderCall call, string key, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RefuseOtherHosts(request);
        request.Headers.TryAddWithoutValidation(_header.Name, ValueOf(key));
        AddUnlessThere(request, "Accept", "application/json");
        AddUnlessThere(request, "User-Agent", _userAgent.With(call.Settings.ApplicationName));
        AddHeaders(request, call);
        call.WriteSent |= !call.Operation.IsRead && request.Method.Method == call.Request.Endpoint.Method;
        return base.SendAsync(request, cancellationToken);
    }

    private void RefuseOtherHosts(HttpRequestMessage request)
    {
        if (request.RequestUri is not { } uri || uri.Host != _baseAddress.Host || uri.Port != _baseAddress.Port || uri.Scheme != _baseAddress.Scheme)
        {
            throw new InvalidOperationException(
                $"A request to a host other than {_baseAddress.Host} was stopped, because the key may only be sent to the configured host.");
        }
    }

    // An application may have set its own in ConfigureHttpClient.
    private static void AddUnlessThere(HttpRequestMessage request, string name, string value)
    {
        if (!request.Headers.NonValidated.Contains(name))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private void AddHeaders(HttpRequestMessage request, ProviderCall call)
    {
        if (call.Options?.Headers is not { } headers)
        {
            return;
        }

        foreach ((string name, string value) in headers)
        {
            if (string.Equals(name, _header.Name, StringComparison.OrdinalIgnoreCase))
            {
                throw CallOptionsCheck.Reserved(new FieldCheck(call.Provider, call.Operation), name);
            }

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
