using System.Globalization;
using System.Text.Json.Nodes;
using BillingClients.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>The ends of a range of time are inclusive in a list request and exclusive at Flexprice, which stores whole microseconds.</summary>
public sealed class FilterTests : IAsyncLifetime
{
    private readonly FlexpriceFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2025-12-31T23:59:59.999999Z")]
    [InlineData("2026-01-01T01:00:00+01:00", "2025-12-31T23:59:59.999999Z")]
    [InlineData("2026-01-01T00:00:00.0000001Z", "2026-01-01T00:00:00Z")]
    [InlineData("2026-01-01T00:00:00.0000019Z", "2026-01-01T00:00:00.000001Z")]
    [InlineData("2026-01-01T00:00:00.000002Z", "2026-01-01T00:00:00.000001Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999999Z")]
    public async Task Created_from_asks_for_what_came_after_the_last_microsecond_before(string from, string sent)
    {
        JsonNode body = await SearchedForAsync(new CustomerListRequest { CreatedFrom = Time(from) });

        body["filters"]!.ToJsonString().ShouldBe($$$"""[{"field":"created_at","operator":"after","data_type":"date","value":{"date":"{{{sent}}}"}}]""");
        body["start_time"].ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000001Z")]
    [InlineData("2026-01-01T00:00:00.0000009Z", "2026-01-01T00:00:00.000001Z")]
    [InlineData("2026-01-01T00:00:00.000001Z", "2026-01-01T00:00:00.000002Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000001Z")]
    [InlineData("9999-12-31T23:59:59.9999989Z", "9999-12-31T23:59:59.999999Z")]
    public async Task Created_to_asks_for_what_came_before_the_first_microsecond_after(string to, string sent)
    {
        JsonNode body = await SearchedForAsync(new CustomerListRequest { CreatedTo = Time(to) });

        body["filters"]!.ToJsonString().ShouldBe($$$"""[{"field":"created_at","operator":"before","data_type":"date","value":{"date":"{{{sent}}}"}}]""");
        body["end_time"].ShouldBeNull();
    }

    [Fact]
    public async Task The_first_and_the_last_moment_of_the_calendar_filter_nothing()
    {
        JsonNode body = await SearchedForAsync(new CustomerListRequest { CreatedFrom = DateTimeOffset.MinValue, CreatedTo = DateTimeOffset.MaxValue });

        body.AsObject().Select(static member => member.Key).ShouldBe(["offset"]);
    }

    [Fact]
    public async Task A_range_of_one_moment_lists_the_customer_of_that_moment_and_no_neighbour()
    {
        DateTimeOffset noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        FakeTimeProvider clock = new(noon - TimeSpan.FromMicroseconds(1));
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(
            new ProviderSimulatorOptions { TimeProvider = clock }, TestContext.Current.CancellationToken);
        using FlexpriceCustomerClient client = new(
            new FlexpriceOptions { ApiKey = simulator.Flexprice.ApiKey, BaseAddress = simulator.Flexprice.BaseAddress });
        foreach (string externalId in (string[])["before", "noon", "after"])
        {
            await client.CreateAsync(FlexpriceFixture.Ada with { ExternalId = externalId }, cancellationToken: TestContext.Current.CancellationToken);
            clock.Advance(TimeSpan.FromMicroseconds(1));
        }

        CustomerPage page = await client.ListPageAsync(
            new CustomerListRequest { CreatedFrom = noon, CreatedTo = noon }, cancellationToken: TestContext.Current.CancellationToken);

        page.Items.ShouldHaveSingleItem().ExternalId.ShouldBe("noon");
        simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_malformed_e_mail_address_comes_back_as_the_providers_refusal()
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.ListPageAsync(
            new CustomerListRequest { Email = "nobody@localhost" }, cancellationToken: TestContext.Current.CancellationToken));

        refusal.StatusCode.ShouldBe(400);
        refusal.ProviderCode.ShouldBe("validation_error");
        refusal.ProviderMessage.ShouldBe("Please provide a valid email");
        refusal.Operation.ShouldBe(CustomerOperation.List);
        refusal.IsTransient.ShouldBeFalse();
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private async Task<JsonNode> SearchedForAsync(CustomerListRequest request)
    {
        await _fixture.Client.ListPageAsync(request, cancellationToken: TestContext.Current.CancellationToken);
        JournalEntry sent = _fixture.Provider.Requests.ShouldHaveSingleItem();
        sent.Objection.ShouldBeNull();
        return JsonNode.Parse(sent.BodyText)!;
    }
}
