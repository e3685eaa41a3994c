using System.Text;

namespace BillingClients.Testing;

/// <summary>An HTTP answer, written to the socket as it is.</summary>
public sealed record SimulatedAnswer
{
    private SimulatedAnswer(int status) => Status = status;

    /// <summary>The status code, from 100 to 599.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less or more.</exception>
    public int Status
    {
        get;
        init => field = value is >= 100 and <= 599 ? value : throw new ArgumentOutOfRangeException(nameof(Status), value, "An HTTP status is from 100 to 599.");
    }

    /// <summary>The Content-Type header, or null for none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Other headers, in order; a name may repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>An answer with JSON text. The text is not checked, so it may be malformed on purpose.</summary>
    public static SimulatedAnswer Json(int status, string json) => Json(status, Encoding.UTF8.GetBytes(json));

    /// <summary>An answer with JSON bytes, which are not checked.</summary>
    public static SimulatedAnswer Json(int status, ReadOnlyMemory<byte> json) => new(status) { ContentType = "application/json; charset=utf-8", Body = json };

    /// <summary>An answer in plain text.</summary>
    public static SimulatedAnswer Text(int status, string text) =>
        new(status) { ContentType = "text/plain; charset=utf-8", Body = Encoding.UTF8.GetBytes(text) };

    /// <summary>An answer in HTML, as gateways send it.</summary>
    public static SimulatedAnswer Html(int status, string html) =>
        new(status) { ContentType = "text/html; charset=utf-8", Body = Encoding.UTF8.GetBytes(html) };

    /// <summary>An answer without a body and without a content type.</summary>
    public static SimulatedAnswer Empty(int status) => new(status);

    /// <summary>This answer with one more header.</summary>
    public SimulatedAnswer WithHeader(string name, string value) => this with { Headers = [.. Headers, new KeyValuePair<string, string>(name, value)] };

    /// <inheritdoc/>
    public override string ToString() => $"{Status}, {ContentType ?? "no content type"}, {Body.Length} bytes";
}
