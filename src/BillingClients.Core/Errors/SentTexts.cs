using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>The texts of a request: headers, path, query, body. Read for failures only, to tell which words of an answer may be printed.</summary>
internal sealed class SentTexts
{
    private const int ShortestPart = 4;
    private const int LongestWord = 80;

    private static readonly System.Buffers.SearchValues<char> WordCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    private readonly List<string> _texts = [];
    private bool _isUnknown;

    private SentTexts()
    {
    }

    /// <summary>Reads a request that was sent. Null when an answer does not say what it answers: then nothing may be printed.</summary>
    internal static SentTexts Of(ProviderCall call, HttpRequestMessage? request)
    {
        // The framework's handlers name the request in each answer. A handler of the application that makes up an answer may not.
        if (request is null)
        {
            return new SentTexts { _isUnknown = true };
        }

        SentTexts sent = new();
        sent.AddHeaders(request);
        sent._texts.Add(call.SentKey ?? "");
        sent.AddAddress(call, request.RequestUri!);
        sent._texts.AddRange(call.MetadataKeys ?? []);
        if (request.Content is { } content)
        {
            sent.AddBody(content, namesAreValues: call.Operation.IsOwn);
        }

        return sent;
    }

    /// <summary>
    /// A provider's code or request id, if it may be printed: it looks like one, is not part of what was sent, and does not contain a part of it. Null
    /// otherwise. A provider may echo what it was sent where a code or a request id belongs.
    /// </summary>
    internal string? Printable(string? word) =>
        !_isUnknown && IsWord(word) && !_texts.Exists(text => IsEcho(word!, text)) ? word : null;

    private static bool IsWord(string? word) => word is { Length: > 0 and <= LongestWord } && word.AsSpan().IndexOfAnyExcept(WordCharacters) < 0;

    private static bool IsEcho(string word, string text) => text.Contains(word, StringComparison.OrdinalIgnoreCase) || HoldsPart(word, text);

    private static bool HoldsPart(string word, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(WordCharacters) is var start && start >= 0)
        {
            text = text[start..];
            int length = text.IndexOfAnyExcept(WordCharacters) is var end && end >= 0 ? end : text.Length;
            if (length >= ShortestPart && word.AsSpan().Contains(text[..length], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            text = text[length..];
        }

        return false;
    }

    // The client's own two headers hold words that a provider's code may have too, such as "json".
    private void AddHeaders(HttpRequestMessage request) => _texts.AddRange(request.Headers.NonValidated
        .Where(static header => header.Key is not ("Accept" or "User-Agent"))
        .SelectMany(static header => header.Value.Select(value => header.Key == "Authorization" ? WithoutScheme(value) : value)));

    private static string WithoutScheme(string authorization) => authorization[(authorization.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private void AddAddress(ProviderCall call, Uri address)
    {
        string[] own = [.. call.Request.Endpoint.Template.Split('/'), .. call.Settings.GetBaseAddress().AbsolutePath.Split('/')];
        _texts.AddRange(address.AbsolutePath.Split('/').Except(own).Select(Uri.UnescapeDataString));
        _texts.AddRange(address.Query.Split('&').Select(static pair => Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..])));
    }

    // Our own bodies are in memory. A handler of the application's own may have put another in its place, of any kind, to be read once or not like this.
    private void AddBody(HttpContent content, bool namesAreValues)
    {
        try
        {
            Stream bytes = content.ReadAsStream();
            if (bytes is { CanSeek: true, Length: 0 })
            {
                return;
            }

            if (bytes.CanSeek)
            {
                // Another text of the same answer may have been compared with the body already.
                bytes.Position = 0;
            }

            using JsonDocument body = JsonDocument.Parse(bytes);
            AddStrings(body.RootElement, namesAreValues);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or HttpRequestException or NotSupportedException or IOException)
        {
            _isUnknown = true;
        }
    }

    // Most names are the provider's own, and codes are made of them: email_exists. The names in metadata are the caller's, and those in a body of an application's
    // own may be.
    private void AddStrings(JsonElement element, bool namesAreValues)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _texts.Add(WireJson.Text(element));
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    AddStrings(item, namesAreValues);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    if (namesAreValues)
                    {
                        _texts.Add(property.Name);
                    }

                    AddStrings(property.Value, namesAreValues || property.Name == "metadata");
                }

                break;
        }
    }
}
