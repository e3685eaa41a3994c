using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>The addresses that an interface of the application's own may ask for.</summary>
public sealed class OwnEndpointPathTests : NotesTests
{
    private const string Unsafe =
        "Path has a value for {id} with a slash, a backslash, a control character or invalid Unicode, which might reach another endpoint.";

    [Theory]
    [InlineData("", "Path has an empty value for {id}. Set it")]
    [InlineData(".", "Path has a value that is '.' or '..', or that contains a slash, so the request would reach another endpoint.")]
    [InlineData("..", "Path has a value that is '.' or '..', or that contains a slash, so the request would reach another endpoint.")]
    [InlineData("a/b", Unsafe)]
    [InlineData("a\\b", Unsafe)]
    [InlineData("a\0b", Unsafe)]
    [InlineData("a\nb", Unsafe)]
    [InlineData("a\u007fb", Unsafe)]
    [InlineData("a\ud800b", Unsafe)]
    public async Task A_value_that_might_lead_to_another_endpoint_is_refused(string id, string reason)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => Notes.GetAsync(id, cancellationToken: Token));

        refusal.Message.ShouldStartWith($"Flexprice: {reason}");
        refusal.Message.ShouldEndWith("Nothing was sent.");
        refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe("Path");
        Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_declared_path_may_end_with_a_slash()
    {
        Flexprice.Answer(200, """{"id":"n1"}""");

        await Notes.GetFirstAsync();

        Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/notes/");
    }

    [Fact]
    public async Task The_base_address_may_have_an_escaped_slash()
    {
        FlexpriceSimulation europe = Flexprice.Account("tenants/eu");
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = europe.ApiKey, BaseAddress = europe.BaseAddress });
        europe.Answer(200, """{"id":"n1"}""");

        await client.GetApi<INotesApi>(NotesJson.Default).GetEncodedAsync("n1");

        europe.Requests.ShouldHaveSingleItem().Target.ShouldContain("%2F");
    }

    [Fact]
    public async Task A_path_that_is_declared_as_a_whole_is_sent_as_it_is()
    {
        Flexprice.Answer(200, """{"id":"n1"}""");

        await Notes.GetUnderAsync("a/b/c");

        Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/notes/a/b/c");
    }

    [Fact]
    public async Task Paths_that_begin_alike_may_be_declared_with_a_prefix()
    {
        IPrefixedNotesApi notes = Client.GetApi<IPrefixedNotesApi>(NotesJson.Default);
        Flexprice.Answer(200, """{"id":"n1"}""");

        await notes.GetAsync("n1");

        Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/notes/n1");
        await Should.ThrowAsync<BillingValidationException>(() => notes.GetAsync(".."));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a%2fb")]
    [InlineData("%2e%2e")]
    [InlineData("../customers/cust_1")]
    [InlineData("%2e%2e/customers/cust_1")]
    public async Task A_value_that_the_application_escaped_itself_is_checked_too(string id)
    {
        await Should.ThrowAsync<BillingValidationException>(() => Notes.GetEncodedAsync(id));

        Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_of_the_provider_can_be_followed_on_its_host_only()
    {
        Flexprice.Answer(200, """{"id":"n2"}""");

        Note? next = await Notes.FollowAsync($"{Flexprice.BaseAddress}/notes?after=n1");

        next.ShouldBe(new Note("n2"));
        Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/notes?after=n1");
        InvalidOperationException refusal = await Should.ThrowAsync<InvalidOperationException>(() => Notes.FollowAsync("https://elsewhere.example/notes"));
        refusal.Message.ShouldContain("the key may only be sent to the configured host");
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\ud800b")]
    public async Task A_query_that_would_not_arrive_as_it_is_is_refused(string text)
    {
        (await Should.ThrowAsync<BillingValidationException>(() => Notes.SearchAsync(text))).Errors.ShouldHaveSingleItem().Field.ShouldBe("Query");

        Flexprice.Requests.ShouldBeEmpty();
    }
}
