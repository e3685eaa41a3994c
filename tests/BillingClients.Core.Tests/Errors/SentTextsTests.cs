using System.Text;
using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Errors;

/// <summary>A provider's code is printed if it looks like one and repeats nothing of what was sent.</summary>
public sealed class SentTextsTests : IDisposable
{
    private const string Code = "customer_locked";

    private readonly LoneCall _lone = new(
        CustomerOperation.Update,
        endpoint: new("PATCH", "/customers/{id}"),
        configure: static options => options.BaseAddress = new Uri("https://own.example/billing/"));

    private readonly HttpRequestMessage _request = new(HttpMethod.Patch, "https://own.example/billing/customers/cust_1815?email=ada%40example.com&expand=plan");

    public void Dispose()
    {
        _request.Dispose();
        _lone.Dispose();
    }

    [Theory]
    [InlineData(Code)]
    [InlineData("email")]
    [InlineData("customers")]
    [InlineData("billing")]
    public void A_code_and_the_providers_own_words_are_printed(string word) => IsPrinted(word);

    [Theory]
    [InlineData("")]
    [InlineData("customer locked")]
    [InlineData(" locked")]
    [InlineData("gesperrt!")]
    public void What_does_not_look_like_a_code_is_not(string word) => IsNotPrinted(word);

    [Fact]
    public void A_code_has_at_most_80_characters()
    {
        IsPrinted(new string('x', 80));
        IsNotPrinted(new string('x', 81));
        SentTexts.Of(_lone.Call, _request).Printable(null).ShouldBeNull();
    }

    [Theory]
    [InlineData("cust_1815")]
    [InlineData("CUST_1815")]
    [InlineData("ada")]
    [InlineData("example.com")]
    [InlineData("plan")]
    public void What_the_address_holds_is_not(string word) => IsNotPrinted(word);

    [Fact]
    public void What_the_headers_hold_is_not_apart_from_the_clients_own()
    {
        _request.Headers.TryAddWithoutValidation("Authorization", "Bearer sk_live_1");
        _request.Headers.TryAddWithoutValidation("X-Trace", "trace_1815");
        _request.Headers.TryAddWithoutValidation("Accept", "application/json");
        _request.Headers.TryAddWithoutValidation("User-Agent", "BillingClients/1.0");

        IsNotPrinted("sk_live_1");
        IsNotPrinted("trace_1815");
        IsPrinted("Bearer");
        IsPrinted("json");
        IsPrinted("BillingClients");
    }

    [Fact]
    public void The_key_is_not_although_it_was_removed_from_the_request()
    {
        _lone.Call.SentKey = "sk_live_1";

        IsNotPrinted("sk_live_1");
    }

    [Fact]
    public void The_keys_of_the_callers_metadata_are_not()
    {
        _lone.Call.MetadataKeys = ["shoe_size"];

        IsNotPrinted("shoe_size");
    }

    [Theory]
    [InlineData("lovelace")]
    [InlineData("Analytical")]
    [InlineData("gold")]
    [InlineData("shoe_size")]
    public void What_the_body_holds_is_not_at_any_depth(string word)
    {
        Send("""{"name":"Lovelace","address":{"line1":"Analytical Lane"},"tags":["gold"],"metadata":{"shoe_size":"38"}}""");

        IsNotPrinted(word);
    }

    [Fact]
    public void The_names_of_the_bodys_members_are_the_providers_words()
    {
        Send("""{"shipping_name":"Lovelace","nested":{"billing_city":"London"},"metadata":"none"}""");

        IsPrinted("shipping_name");
        IsPrinted("billing_city");
    }

    [Theory]
    [InlineData("err_lovelace_1", true)]
    [InlineData("err_king_1", true)]
    [InlineData("err_ada_1", false)]
    public void A_code_that_holds_four_letters_or_more_of_what_was_sent_is_not(string word, bool isEcho)
    {
        Send("""{"first":"Ada","name":"Lovelace, (King)"}""");

        if (isEcho)
        {
            IsNotPrinted(word);
        }
        else
        {
            IsPrinted(word);
        }
    }

    [Fact]
    public void Without_a_body_the_rest_tells()
    {
        Send("");

        IsPrinted(Code);
    }

    [Fact]
    public void If_it_is_unknown_what_was_sent_nothing_is()
    {
        Send("not JSON");

        IsNotPrinted(Code);
        SentTexts.Of(_lone.Call, request: null).Printable(Code).ShouldBeNull();
    }

    private void Send(string body) => _request.Content = new RequestBody(Encoding.UTF8.GetBytes(body));

    private void IsPrinted(string word) => SentTexts.Of(_lone.Call, _request).Printable(word).ShouldBe(word);

    private void IsNotPrinted(string word) => SentTexts.Of(_lone.Call, _request).Printable(word).ShouldBeNull();
}
