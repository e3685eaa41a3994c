namespace BillingClients.Providers;

/// <summary>
/// The innermost handler. Sends requests to the configured host only, with the API key, <c>Accept</c>, <c>User-Agent</c> and the call's own headers, and the
/// same write only once in an attempt. Handlers of the application never see the key.
/// </summary>
internal sealed class ApiKeyHandler : DelegatingHandler
{
    private const string Authorization = "Authorization";

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
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ProviderCall call = ProviderCall.RequireCurrent();
        Uri address = RefuseOtherHosts(request);
        call.SentKey = await KeyOfAsync(call, cancellationToken).ConfigureAwait(false);
        RequestBody? write = IsWrite(call, request) ? await BeginWriteAsync(call, request, address, cancellationToken).ConfigureAwait(false) : null;
        bool isAnswered = false;
        bool failedToConnect = false;
        try
        {
            SetHeaders(request, call, call.SentKey);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            isAnswered = true;
            return response;
        }
        catch (HttpRequestException failure) when (Failures.FailedToConnect(failure))
        {
            failedToConnect = true;
            throw;
        }
        catch (OperationCanceledException timeout) when (IsConnectTimeout(timeout, cancellationToken))
        {
            failedToConnect = true;
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection was made within ConnectTimeout.", timeout);
        }
        finally
        {
            request.Headers.Remove(_header.Name);
            if (write is not null)
            {
                call.Write.End(address, wasSent: isAnswered || write.WasWritten || !(failedToConnect || TellsWhatItSends(InnerHandler)), isAnswered);
            }
        }
    }

    private static ValueTask<string> KeyOfAsync(ProviderCall call, CancellationToken cancellationToken) => call switch
    {
        { Options.ApiKey: { } own } => new(own),
        { Settings.ApiKeyProvider: { } fetch } => FetchKeyAsync(call, fetch, cancellationToken),
        _ => new(Checked(call, call.Settings.ApiKey, "ApiKey")),
    };

    private static async ValueTask<string> FetchKeyAsync(
        ProviderCall call, Func<CancellationToken, ValueTask<string>> fetch, CancellationToken cancellationToken)
    {
        string? key;
        try
        {
            // The application's function may ignore the token.
            key = await fetch(cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Failures.NoKey(call, $"ApiKeyProvider failed with {failure.GetType().Name}; the inner exception says why.", failure);
        }

        return Checked(call, key, "the key that ApiKeyProvider returned");
    }

    // Without a container, the options can be changed after they were validated.
    private static string Checked(ProviderCall call, string? key, string source) =>
        ApiKeyCheck.Check(call.Settings, key) is { } problem ? throw Failures.NoKey(call, $"{source} {problem}") : key!;

    private Uri RefuseOtherHosts(HttpRequestMessage request)
    {
        if (request.RequestUri is not { } uri || uri.Host != _baseAddress.Host || uri.Port != _baseAddress.Port || uri.Scheme != _baseAddress.Scheme)
        {
            throw new WrongUseException(
                $"A request to a host other than {_baseAddress.Host} was stopped, because the key may only be sent to the configured host.");
        }

        return uri;
    }

    // A method that is not known to read counts as a write. A create, update or delete may also look something up, by the endpoint that lists.
    private bool IsWrite(ProviderCall call, HttpRequestMessage request) =>
        !call.Operation.IsRead
        && request.Method != HttpMethod.Get
        && !(call.Request.List is { } list && request.Method.Method == list.Method && list != call.Request.Endpoint && IsAt(request.RequestUri!, list.Template));

    private bool IsAt(Uri address, string template)
    {
        ReadOnlySpan<char> path = address.OriginalString;
        ReadOnlySpan<char> start = _baseAddress.OriginalString.AsSpan().TrimEnd('/');
        return path.Length == start.Length + template.Length && path.EndsWith(template, StringComparison.Ordinal);
    }

    private static async ValueTask<RequestBody> BeginWriteAsync(
        ProviderCall call, HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        RequestBody body = await RequestBody.OfAsync(request, cancellationToken).ConfigureAwait(false);
        if (!call.Write.TryBegin(address))
        {
            throw Failures.SentTwice(call);
        }

        request.Content = body;
        return body;
    }

    private void SetHeaders(HttpRequestMessage request, ProviderCall call, string key)
    {
        // A handler of the application may have added a key of its own, which is not for the provider.
        request.Headers.Remove(Authorization);
        Set(request, _header.Name, ValueOf(key));
        AddUnlessThere(request, "Accept", "application/json");
        AddUnlessThere(request, "User-Agent", _userAgent.With(call.Settings.ApplicationName));
        if (call.Options?.Headers is { } headers)
        {
            SetAll(request, call, headers);
        }
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    // An application may have set its own in ConfigureHttpClient.
    private static void AddUnlessThere(HttpRequestMessage request, string name, string value)
    {
        if (!request.Headers.NonValidated.Contains(name))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private void SetAll(HttpRequestMessage request, ProviderCall call, IReadOnlyDictionary<string, string> headers)
    {
        foreach ((string name, string value) in headers)
        {
            if (string.Equals(name, _header.Name, StringComparison.OrdinalIgnoreCase))
            {
                throw CallOptionsCheck.Reserved(new FieldCheck(call.Provider, call.Operation), name);
            }

            Set(request, name, value);
        }
    }

    // The framework's own handlers write a body when they send it. Another kind may have taken it by other means, or may be a test's that ignores it.
    private static bool TellsWhatItSends(HttpMessageHandler? handler) =>
        handler is SocketsHttpHandler or HttpClientHandler || (handler is DelegatingHandler delegating && TellsWhatItSends(delegating.InnerHandler));

    // How SocketsHttpHandler tells it. Another primary handler may mean another limit.
    private bool IsConnectTimeout(OperationCanceledException failure, CancellationToken cancellationToken) =>
        InnerHandler is SocketsHttpHandler && failure.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested;

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
