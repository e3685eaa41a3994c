using System.Text.Json;

namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>The values of a JSON text, each with its path: <c>customer.shipping.line1</c>. JSON in a text counts as JSON.</summary>
internal sealed class JsonLeaves
{
    private readonly List<(string Path, string? Text)> _leaves = [];

    private JsonLeaves()
    {
    }

    /// <summary>The paths of what is null, or an empty text, object or list.</summary>
    internal IEnumerable<string> Empty => _leaves.Where(static leaf => string.IsNullOrEmpty(leaf.Text)).Select(static leaf => leaf.Path);

    internal static JsonLeaves Of(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonLeaves leaves = new();
        leaves.Add("", document.RootElement);
        return leaves;
    }

    /// <summary>
    /// How texts are held: native, each as a value of its own; emulated, in metadata, or in parts, or as a part of something else; null, not at all.
    /// </summary>
    internal string? Hold(IReadOnlyList<string> texts, CustomerField field) =>
        texts.All(text => PathsOf(text).Any(path => field == CustomerField.Metadata || !IsInMetadata(path))) ? Words.Native
        : texts.SelectMany(static text => text.Split(' ')).All(IsSomewhere) ? Words.Emulated
        : null;

    internal IEnumerable<string> PathsOf(string text) => _leaves.Where(leaf => leaf.Text == text).Select(static leaf => leaf.Path);

    private bool IsSomewhere(string word) => _leaves.Exists(leaf => leaf.Text?.Contains(word, StringComparison.Ordinal) == true);

    private static bool IsInMetadata(string path) => path.Split('.').Contains("metadata");

    private void Add(string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.EnumerateObject().Any():
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    Add(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value);
                }

                break;
            case JsonValueKind.Array when element.GetArrayLength() > 0:
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Add($"{path}.{index++}", item);
                }

                break;
            case JsonValueKind.String when element.GetString() is ['{', .., '}'] json:
                using (JsonDocument inner = JsonDocument.Parse(json))
                {
                    Add(path, inner.RootElement);
                }

                break;
            case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number:
                _leaves.Add((path, element.GetRawText()));
                break;
            default:
                _leaves.Add((path, element.ValueKind == JsonValueKind.String ? element.GetString() : null));
                break;
        }
    }
}
