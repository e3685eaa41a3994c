using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>
/// Four mistakes of another client of this API: envelopes, path, body and errors. Here, each is either not made or answered with a typed error.
/// </summary>
public sealed class EnvelopeTests : FlowgladTest
{
    [Fact]
    public async Task A_read_an_update_and_an_archive_are_read_without_data_around_the_customer()
    {
        Customer created = await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        (await Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None)).Id.ShouldBe(created.Id);
        (await Client.UpdateAsync(FlowgladFixture.AdaKey, new CustomerUpdate { Name = "Ada King" }, cancellationToken: None)).Id.ShouldBe(created.Id);
        await Client.DeleteAsync(FlowgladFixture.AdaKey, cancellationToken: None);
    }

    [Fact]
    public async Task Another_operations_envelope_is_an_error_and_not_an_empty_customer()
    {
        using FlowgladCustomerClient client = Fixture.CreateClient(options => options.MaxAttempts = 1);
        Fixture.Provider.Answer(200, """{"data":{"customer":{"id":"cust_1"}}}""");
        (await Should.ThrowAsync<UnreadableResponseException>(() => client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None))).Field.ShouldBe("customer");

        Fixture.Provider.Answer(200, """{"customer":{"id":"cust_1"}}""");
        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(
            () => client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None));
        failure.InnerException.ShouldBeOfType<UnreadableResponseException>().Field.ShouldBe("data");

        Fixture.Provider.Answer(200, """{"customer":{"id":"cust_1"}}""");
        (await Should.ThrowAsync<UnreadableResponseException>(() => client.ListPageAsync(new CustomerListRequest(), cancellationToken: None))).Field.ShouldBe("hasMore");
    }

    [Fact]
    public async Task Every_request_goes_to_an_endpoint_that_exists()
    {
        await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);
        await Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None);
        await Client.UpdateAsync(FlowgladFixture.AdaKey, new CustomerUpdate { Name = "Ada King" }, cancellationToken: None);
        await Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None);
        await Client.DeleteAsync(FlowgladFixture.AdaKey, cancellationToken: None);

        Fixture.Sent.Select(static sent => $"{sent.Method} {sent.Path} {sent.Status}").ShouldBe(
        [
            $"POST {FlowgladRoutePaths.Customers} 200",
            $"GET {FlowgladRoutePaths.Ada} 200",
            $"PUT {FlowgladRoutePaths.Ada} 200",
            $"GET {FlowgladRoutePaths.Customers} 200",
            $"POST {FlowgladRoutePaths.Ada}/archive 200",
        ]);
    }

    [Fact]
    public async Task An_archive_without_a_body_would_be_refused_so_the_client_sends_one()
    {
        await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        Fixture.Send("POST", FlowgladRoutePaths.Ada + "/archive", "").ShouldBe(400);
        await Client.DeleteAsync(FlowgladFixture.AdaKey, cancellationToken: None);

        Fixture.Sent[^1].Status.ShouldBe(200);
    }

    [Fact]
    public async Task Errors_are_read_in_the_shape_that_the_server_sends_and_in_the_documented_one()
    {
        BillingNotFoundException sent = await Should.ThrowAsync<BillingNotFoundException>(
            () => Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None));
        sent.ProviderMessage.ShouldBe("Customer with externalId crm-1815 not found");
        sent.ProviderCode.ShouldBe("NOT_FOUND");

        Fixture.Provider.Answer(404, """{"message":"Customer not found","code":"NOT_FOUND","issues":[]}""");
        BillingNotFoundException documented = await Should.ThrowAsync<BillingNotFoundException>(
            () => Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None));
        documented.ProviderMessage.ShouldBe("Customer not found");
    }

    private static class FlowgladRoutePaths
    {
        internal const string Customers = "/api/v1/customers";
        internal const string Ada = Customers + "/crm-1815";
    }
}
