using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using BillingClients.Providers;
using BillingClients.Security.Tests.Responses;
using Microsoft.Extensions.Logging;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>The sweep finds what leaks: each of these plants a leak on purpose and has it found.</summary>
[SuppressMessage("Performance", "CA1848:Use the LoggerMessage delegates", Justification = "What is logged is planted for one test.")]
[SuppressMessage("Performance", "CA1873:Avoid potentially expensive logging", Justification = "What is logged is planted for one test.")]
public sealed class CounterTests : IDisposable
{
    private readonly Canaries _canaries = Canaries.New("flexprice");
    private readonly Observed _observed = new();

    [Fact]
    public void A_key_in_a_message_of_the_log_is_found()
    {
        _observed.Log.CreateLogger("leaky").LogTrace("Sending with {Key}", _canaries.ApiKey);

        Found("API key");
    }

    [Fact]
    public void A_phone_number_in_a_scope_of_the_log_is_found()
    {
        using IDisposable? scope = _observed.Log.CreateLogger("leaky").BeginScope(new Dictionary<string, object?> { ["phone"] = _canaries["phone"] });

        Found("phone");
    }

    [Fact]
    public void A_value_that_is_logged_and_not_in_the_message_is_found()
    {
        Dictionary<string, object?> values = new() { ["city"] = _canaries["billing city"] };
        _observed.Log.CreateLogger("leaky").Log(LogLevel.Debug, default, values, null, static (_, _) => "sent");

        Found("billing city");
    }

    [Fact]
    public void An_exception_in_the_log_is_found()
    {
        _observed.Log.CreateLogger("leaky").LogError(new InvalidOperationException(_canaries["tax id"]), "failed");

        Found("tax id");
    }

    [Fact]
    public void An_e_mail_address_in_the_message_of_an_exception_inside_another_is_found()
    {
        _observed.Add("call", new InvalidOperationException("outside", new InvalidOperationException($"no {_canaries["e-mail"]}")));

        Found("e-mail");
    }

    [Fact]
    public void A_name_in_the_data_of_an_exception_is_found()
    {
        InvalidOperationException failure = new("failed");
        failure.Data["customer"] = _canaries["name"];
        _observed.Add("call", failure);

        Found("name");
    }

    [Theory]
    [InlineData("tag")]
    [InlineData("event")]
    [InlineData("status")]
    [InlineData("baggage")]
    [InlineData("name")]
    public void A_phone_number_in_a_span_is_found(string place)
    {
        using ActivitySource source = new(BillingTelemetry.Name);
        using (Activity span = source.StartActivity(place == "name" ? _canaries["phone"] : "leaky").ShouldNotBeNull())
        {
            span.SetTag("leaky", place == "tag" ? _canaries["phone"] : "");
            span.AddEvent(new ActivityEvent("leaky", tags: new ActivityTagsCollection { ["leaky"] = place == "event" ? _canaries["phone"] : "" }));
            span.SetStatus(ActivityStatusCode.Error, place == "status" ? _canaries["phone"] : "");
            span.AddBaggage("leaky", place == "baggage" ? _canaries["phone"] : "");
        }

        Found("phone");
    }

    [Fact]
    public void An_external_id_in_a_metric_is_found()
    {
        using Meter meter = new(BillingTelemetry.Name);
        meter.CreateCounter<long>("leaky").Add(1, new TagList { { "customer", _canaries["external id"] } });

        Found("external id");
    }

    [Fact]
    public void A_text_that_an_object_prints_is_found()
    {
        _observed.AddPrinted("result", new Printing(_canaries["shipping line 1"]));

        Found("shipping line 1");
    }

    [Fact]
    public void A_text_that_only_a_debugger_shows_is_found()
    {
        _observed.AddPrinted("result", new Displayed(_canaries["description"]));

        Found("description");
    }

    [Fact]
    public void A_debugger_display_that_cannot_be_read_is_told() =>
        Should.Throw<NotSupportedException>(() => _observed.AddPrinted("result", new Elaborate())).Message.ShouldContain("Elaborate holds 'Text.Length + 1'");

    [Fact]
    public void A_proxys_password_in_the_message_of_the_framework_is_found()
    {
        string address = $"http://{_canaries["proxy's user"]}:{_canaries["proxy's password"]}@proxy.example:3128/";
        _observed.Add("call", new HttpRequestException($"The proxy tunnel request to proxy '{address}' failed with status code '407'."));

        Found("proxy's password");
        Found("proxy's user");
    }

    [Fact]
    public void A_key_in_JSON_is_found()
    {
        _observed.Add("JSON", JsonSerializer.Serialize(new { Billing = new { ApiKey = _canaries.ApiKey } }));

        Found("API key");
    }

    [Fact]
    public void A_gateways_page_that_is_taken_for_an_answer_of_the_provider_is_found()
    {
        SweptCall delete = new("delete", OperationKind.Delete, static (_, _) => Task.FromResult<object?>(null));
        BillingErrorDetails open = new() { Provider = "flexprice", OutcomeUnknown = true };
        BillingErrorDetails refused = new() { Provider = "flexprice" };

        Should.Throw<ShouldAssertException>(() => ToldOutcome.ShouldSayNothingAboutACustomer(delete, failure: null, isOpen: false, "deleted"));
        Should.Throw<ShouldAssertException>(
            () => ToldOutcome.ShouldSayNothingAboutACustomer(delete, new BillingNotFoundException("nobody", refused), isOpen: false, "not found"));
        Should.Throw<ShouldAssertException>(
            () => ToldOutcome.ShouldSayNothingAboutACustomer(delete, new BillingProviderException("refused", refused), isOpen: true, "refused"));
        Should.Throw<ShouldAssertException>(
            () => ToldOutcome.ShouldSayNothingAboutACustomer(delete, new BillingProviderException("open", open), isOpen: false, "open"));
    }

    [Theory]
    [InlineData("c1\n2026 [CRIT] forged")]
    [InlineData("\u001b[31mc1")]
    [InlineData("c1\u0000")]
    [InlineData("c1\u0085")]
    [InlineData("c1\u2028")]
    [InlineData("\u202etxt.c1")]
    [InlineData("c1\u200b")]
    [InlineData("\ufeffc1")]
    public void A_text_that_ends_a_line_or_cannot_be_seen_is_found(string text) => Unprintable.IsIn(text).ShouldBeTrue();

    [Fact]
    public void Half_of_a_character_is_found_and_a_whole_one_is_not()
    {
        Unprintable.IsIn("c1\ud83d").ShouldBeTrue();
        Unprintable.IsIn("\ude00\ud83d").ShouldBeTrue();
        Unprintable.IsIn("c1 \ud83d\ude00 \u00e9").ShouldBeFalse();
    }

    [Fact]
    public void Every_canary_is_found_in_every_form()
    {
        foreach ((string name, string text) in _canaries.All.Where(static canary => canary.Value.Length > 2))
        {
            string[] forms =
            [
                text, text.ToUpperInvariant(), text.ToLowerInvariant(), $"taken_{text}_already", JsonSerializer.Serialize(text),
                Uri.EscapeDataString(text), Uri.EscapeDataString(text).ToLowerInvariant(),
                Base64(text), Base64($"key:{text}"), Base64($"a key:{text} and more"), .. CanaryForms.PartsOf(text),
            ];
            forms.ShouldAllBe(form => new CanarySearch(_canaries).In($"before {form} after").Contains(name));
        }
    }

    [Fact]
    public void A_country_is_found_as_a_word_and_not_inside_of_one()
    {
        CanarySearch search = new(_canaries);

        search.In("country AQ.").ShouldBe(["country"]);
        search.In("AQUA, req_BV1").ShouldBeEmpty();
    }

    [Fact]
    public void Ordinary_texts_pass_the_search()
    {
        _observed.Add("call", "Flexprice: the request to create the customer failed (HTTP 409, already_exists, request id req_00000001): it is in conflict. Nothing was created.");
        _observed.Add("call", Canaries.New("flexprice").ApiKey);

        _observed.Leaks(_canaries).ShouldBeEmpty();
    }

    public void Dispose() => _observed.Dispose();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private void Found(string name) => _observed.Leaks(_canaries).ShouldContain(leak => leak.StartsWith($"{name} in ", StringComparison.Ordinal));

    private sealed record Printing(string Text);

    [DebuggerDisplay("Displayed {Shown()} {_text,nq}")]
    private sealed class Displayed(string text)
    {
        private readonly string _text = text;

        public static string Shown() => "as";

        public override string ToString() => _text.Length > 0 ? "a text" : "nothing";
    }

    [DebuggerDisplay("{Text.Length + 1}")]
    private sealed class Elaborate
    {
        public override string ToString() => "elaborate";
    }
}
