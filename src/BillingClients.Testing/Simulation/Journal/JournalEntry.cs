using System.Globalization;
using System.Text;

namespace BillingClients.Testing;

/// <summary>One request as it came off the socket, and what became of it.</summary>
public sealed class JournalEntry
{
    private volatile byte[] _body = [];
    private volatile SimulatedAnswer? _answer;
    private volatile string? _objection;
    private volatile int _status;
    private volatile bool _committed;
    private volatile int _fault = -1;

    internal JournalEntry(string method, string target, string basePath, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        Method = method;
        Target = target;
        BasePath = basePath;
        Headers = headers;
        int question = target.IndexOf('?', StringComparison.Ordinal);
        Path = (question < 0 ? target : target[..question])[basePath.Length..];
        Query = question < 0 ? "" : target[(question + 1)..];
    }

    /// <summary>The place in the order of arrival, from 1; it goes on counting when the journal is cleared.</summary>
    public int Sequence { get; internal set; }

    /// <summary>When the request came in, by the simulator's clock.</summary>
    public DateTimeOffset ReceivedAt { get; internal init; }

    /// <summary>The provider's name; null when the path belongs to none.</summary>
    public string? Provider => Receiver?.Name;

    /// <summary>The name of the provider's account (<see cref="SimulatedProvider.AccountName"/>); null when the path belongs to no provider.</summary>
    public string? Account => Receiver?.AccountName;

    /// <summary>The verb.</summary>
    public string Method { get; }

    /// <summary>The path and query exactly as received, nothing decoded.</summary>
    public string Target { get; }

    /// <summary>The path within the provider's API, not decoded: <c>/customers/a%2Fb</c>.</summary>
    public string Path { get; }

    /// <summary>The query without its question mark, not decoded.</summary>
    public string Query { get; }

    /// <summary>The headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>The body; empty until it has been read.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>The body as UTF-8 text.</summary>
    public string BodyText => Encoding.UTF8.GetString(_body);

    /// <summary>The status answered; null while there is no answer.</summary>
    public int? Status => _status == 0 ? null : _status;

    /// <summary>
    /// The answer: status, headers and body. Null while there is no answer, and when <see cref="ProviderSimulatorOptions.KeepAnswers"/> is off.
    /// </summary>
    /// <remarks>A <see cref="Fault"/> can cut it off: the client may have received only a part.</remarks>
    public SimulatedAnswer? Answer => _answer;

    /// <summary>What was wrong with the request; null when it was well formed.</summary>
    /// <remarks>
    /// Some objections do not change the answer, because the provider itself says nothing: a field that it drops, a content type that it ignores.
    /// </remarks>
    public string? Objection => _objection;

    /// <summary>Whether the request changed what the provider stores, whatever the client saw of the answer.</summary>
    public bool Committed
    {
        get => _committed;
        internal set => _committed = value;
    }

    /// <summary>The fault that was put into the request; null for none.</summary>
    public FaultKind? Fault
    {
        get => _fault < 0 ? null : (FaultKind)_fault;
        internal set => _fault = value is { } kind ? (int)kind : -1;
    }

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name)
    {
        foreach (KeyValuePair<string, string> header in Headers)
        {
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }

    /// <summary>The request on one line, with keys masked.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        string answer = Status is { } status ? status.ToString(CultureInfo.InvariantCulture) : "no answer";
        text.Append(CultureInfo.InvariantCulture, $"#{Sequence} {Provider ?? "(no provider)"} {Method} {Target} → {answer}");
        bool hidesCommit = Committed && (Fault is not null || Status is not (>= 200 and < 300));
        if (Fault is not null || hidesCommit)
        {
            text.Append(" [").AppendJoin(", ", new[] { Fault?.ToString(), hidesCommit ? "committed" : null }.OfType<string>()).Append(']');
        }

        if (Objection is not null)
        {
            text.Append(" (").Append(Objection).Append(')');
        }

        foreach (KeyValuePair<string, string> header in Headers)
        {
            text.Append(" | ").Append(header.Key).Append(": ").Append(SecretHeaders.Mask(header.Key, header.Value));
        }

        return _body.Length == 0 ? text.ToString() : text.Append(" | ").Append(BodyText).ToString();
    }

    internal SimulatedProvider? Receiver { get; init; }

    /// <summary>Where the receiver is mounted; empty for none.</summary>
    internal string BasePath { get; }

    internal bool KeepsAnswer { private get; init; }

    internal void AnswerWith(SimulatedAnswer answer)
    {
        _answer = KeepsAnswer ? answer : null;
        _status = answer.Status;
    }

    internal void Read(byte[] body) => _body = body;

    internal void AddObjection(string objection) => _objection = _objection is null ? objection : $"{_objection}; {objection}";
}
