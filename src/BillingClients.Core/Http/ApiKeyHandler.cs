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
    private readonly string _start;
    private readonly UserAgent _userAgent = new();
    private CachedValue? _cached;

    internal ApiKeyHandler(ApiKeyHeader header, Uri baseAddress)
    {
        _header = header;
        _baseAddress = baseAddress;

        // As HttpClient writes it in the address of each request: without dot segments and the default port, and escaped.
        _start = baseAddress.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>The request was answered. Removes the key from it, because handlers outside of this one must not see it.</summary>
    internal void Answered(ProviderCall call, HttpRequestMessage request)
    {
        request.Headers.Remove(_header.Name);
        call.Write.Answered(request.Content);
    }

    /// <summary>The request was not answered.</summary>
    /// <returns>
    /// The exception to throw in place of the framework's, if that one does not say that no connection was made; null to throw the framework's own.
    /// </returns>
    internal HttpRequestException? Failed(ProviderCall call, HttpRequestMessage request, Exception failure, CancellationToken cancellationToken)
    {
        bool isConnectTimeout = IsConnectTimeout(failure, cancellationToken);
        request.Headers.Remove(_header.Name);
        call.Write.Failed(request.Content, wasSentUnseen: !isConnectTimeout && !Failures.FailedToConnect(failure) && !TellsWhatItSends(InnerHandler));
        return isConnectTimeout
            ? new HttpRequestException(HttpRequestError.ConnectionError, "No connection was made within ConnectTimeout.", failure)
            : null;
    }

    /// <inheritdoc/>
    // Without async: saves 230 bytes a call. ResponseHandler waits for the answer in any case.
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ProviderCall call = ProviderCall.RequireCurrent();
        RefuseOtherHosts(request);
        bool isWrite = IsWrite(call, request);
        call.IsLookUp = !isWrite && !call.Operation.IsRead;
        ValueTask<string> key = KeyOfAsync(call, cancellationToken);
        bool hasBody = !isWrite || request.Content is RequestBody { WasWritten: false };
        return hasBody && key.IsCompletedSuccessfully
            ? Send(call, key.Result, isWrite, request, cancellationToken)
            : PrepareAndSendAsync(call, key, isWrite, hasBody, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> PrepareAndSendAsync(
        ProviderCall call, ValueTask<string> key, bool isWrite, bool hasBody, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string fetched = await key.ConfigureAwait(false);
        if (!hasBody)
        {
            request.Content = await RequestBody.CopyAsync(request.Content, cancellationToken).ConfigureAwait(false);
        }

        return await Send(call, fetched, isWrite, request, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> Send(ProviderCall call, string key, bool isWrite, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (isWrite && !call.Write.TryBegin((RequestBody)request.Content!))
        {
            throw Failures.SentTwice(call);
        }

        call.SentKey = key;
        SetHeaders(request, call, key);
        return base.SendAsync(request, cancellationToken);
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

    private void RefuseOtherHosts(HttpRequestMessage request)
    {
        if (request.RequestUri is not { } uri || uri.Host != _baseAddress.Host || uri.Port != _baseAddress.Port || uri.Scheme != _baseAddress.Scheme)
        {
            throw new WrongUseException(
                $"A request to a host other than {_baseAddress.Host} was stopped, because the key may only be sent to the configured host.");
        }
    }

    // Any method but GET counts as a write, except at the endpoint that lists: an operation that writes may look something up there with POST.
    private bool IsWrite(ProviderCall call, HttpRequestMessage request) =>
        !call.Operation.IsRead
        && request.Method != HttpMethod.Get
        && !(call.Request.List is { } list && request.Method.Method == list.Method && list != call.Request.Endpoint && IsAt(request.RequestUri!, list.Template));

    private bool IsAt(Uri address, string template)
    {
        string path = address.OriginalString;
        return path.Length == _start.Length + template.Length && path.EndsWith(template, StringComparison.Ordinal);
    }

    private void SetHeaders(HttpRequestMessage request, ProviderCall call, string key)
    {
        // A handler of the application may have added a key of its own, which is not for the provider.
        request.Headers.Remove(Authorization);

        // With it, a request without a body is complete before its body is written, which is how this client knows that a request was sent.
        request.Headers.Remove("Expect");
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
                throw Refusal.Request(call.Provider, call.Operation, CallOptionsCheck.NameOf(name), CallOptionsCheck.Reserved);
            }

            Set(request, name, value);
        }
    }

    // The framework's handlers write the body when they send the request. Any other handler may send it in another way, or, in a test, ignore it.
    private static bool TellsWhatItSends(HttpMessageHandler? handler) =>
        handler is SocketsHttpHandler or HttpClientHandler || (handler is DelegatingHandler delegating && TellsWhatItSends(delegating.InnerHandler));

    // SocketsHttpHandler reports an expired ConnectTimeout in this way. The exception of another primary handler may be about another limit.
    private bool IsConnectTimeout(Exception failure, CancellationToken cancellationToken) =>
        InnerHandler is SocketsHttpHandler && failure is OperationCanceledException { InnerException: TimeoutException } && !cancellationToken.IsCancellationRequested;

    private string ValueOf(string key)
    {
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
