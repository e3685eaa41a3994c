namespace BillingClients.Core.Tests.Pipeline;

/// <summary>A provider that keeps the external id unique, and whose every answer has a fate; when the fates are used up, all is well.</summary>
internal sealed class FatefulProvider(IEnumerable<int> fates)
{
    public const int ResetBeforeCommit = 1;

    /// <summary>How many fates there are.</summary>
    public const int Fates = 10;

    private readonly Queue<int> _fates = new(fates);
    private (string Name, DateTimeOffset CreatedAt)? _stored;
    private bool _isSuccessSeen;

    public int Creates { get; private set; }

    public int SentAfterSuccess { get; private set; }

    public bool IsStored => _stored is not null;

    public void Store(string name, DateTimeOffset createdAt) => _stored = (name, createdAt);

    public Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Answer(request));

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        SentAfterSuccess += _isSuccessSeen ? 1 : 0;
        Creates += request.Method == HttpMethod.Post ? 1 : 0;
        return (_fates.Count > 0 ? _fates.Dequeue() : 0) switch
        {
            ResetBeforeCommit => throw new HttpRequestException(HttpRequestError.ResponseEnded),
            2 => Lost(request, static () => throw new HttpRequestException(HttpRequestError.ResponseEnded)),
            3 => throw new HttpRequestException(HttpRequestError.ConnectionError),
            4 => Answers.Status(503),
            5 => Lost(request, static () => Answers.Status(502, "<html>")),
            6 => Lost(request, static () => Answers.Status(200, "<html>")),
            7 => Answers.Status(429),
            8 => Lost(request, static () => Answers.Status(408)),
            9 => Lost(request, static () => Answers.Status(201, "{}")),
            _ => Seen(Handle(request)),
        };
    }

    private HttpResponseMessage Lost(HttpRequestMessage request, Func<HttpResponseMessage> answer)
    {
        Handle(request).Dispose();
        return answer();
    }

    private HttpResponseMessage Seen(HttpResponseMessage answer)
    {
        _isSuccessSeen = answer.IsSuccessStatusCode;
        return answer;
    }

    private HttpResponseMessage Handle(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get)
        {
            return _stored is { } found ? Answers.Customer(200, "crm-1815", found.CreatedAt, found.Name) : Answers.NotFound();
        }

        if (_stored is not null)
        {
            return Answers.Status(409, """{"code":"already_exists"}""");
        }

        Store("Ada Lovelace", TimeProvider.System.GetUtcNow());
        return Answers.Customer(201, "crm-1815", _stored!.Value.CreatedAt);
    }
}
