using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>Whether a stored customer is as sent.</summary>
public sealed partial class SentFieldsTests
{
    [Theory]
    [InlineData("name", "Ada", "Ada", true)]
    [InlineData("name", " Ada ", "Ada", true)]
    [InlineData("name", "Zo\u00eb", "Zoe\u0308", true)]
    [InlineData("name", "Ada", "ada", false)]
    [InlineData("name", "  ", null, true)]
    [InlineData("email", "Ada@Example.com", "ada@example.com", true)]
    [InlineData("email", "ada@example.com", "eda@example.com", false)]
    public void A_text_may_be_trimmed_or_in_another_normal_form_and_an_email_in_another_case(string field, string sent, string? stored, bool isSame) =>
        Differences(new() { [field] = sent }, stored is null ? [] : new() { [field] = stored }).ShouldBe(isSame ? [] : [field]);

    /// <summary>With a search for each entry, this would take minutes.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Many_entries_take_linear_time()
    {
        Dictionary<string, string> many = Enumerable.Range(0, 400_000).ToDictionary(static i => $"key_{i}", static i => $"value {i}");

        await Task.Run(() => Differences(many, many).ShouldBeEmpty(), TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<string> Differences(Dictionary<string, string> sent, Dictionary<string, string> stored) =>
        SentFields.Differences(sent, Json.Default.DictionaryStringString, stored, Json.Default.DictionaryStringString);

    [JsonSerializable(typeof(Dictionary<string, string>))]
    private sealed partial class Json : JsonSerializerContext;
}
