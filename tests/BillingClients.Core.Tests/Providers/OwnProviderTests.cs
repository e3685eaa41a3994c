using BillingClients.Providers;
using BillingClients.Testing;

namespace BillingClients.Core.Tests.Providers;

/// <summary>What is for writing a provider can be used from outside, by someone who has only the public names.</summary>
public sealed class OwnProviderTests : IAsyncLifetime
{
    private ProviderSimulator _simulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData(ErrorKind.Validation, typeof(BillingValidationException))]
    [InlineData(ErrorKind.Authentication, typeof(BillingAuthenticationException))]
    [InlineData(ErrorKind.Permission, typeof(BillingPermissionException))]
    [InlineData(ErrorKind.NotFound, typeof(BillingNotFoundException))]
    [InlineData(ErrorKind.Conflict, typeof(BillingConflictException))]
    [InlineData(ErrorKind.RateLimit, typeof(BillingRateLimitException))]
    [InlineData(ErrorKind.Provider, typeof(BillingProviderException))]
    [InlineData(ErrorKind.FromStatus, typeof(BillingProviderException))]
    public async Task What_a_providers_error_means_goes_before_its_status(ErrorKind kind, Type expected)
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress, errorsAre: kind);
        _simulator.Flexprice.Answer(418, "{}");

        BillingException failure = await Should.ThrowAsync<BillingException>(() => client.GetAsync("cust_1"));

        failure.ShouldBeOfType(expected);
        failure.StatusCode.ShouldBe(418);
        failure.ProviderCode.ShouldBe("teapot");
        failure.Provider.ShouldBe("own");
    }

    [Fact]
    public void A_context_knows_its_client_and_whether_it_lives()
    {
        ProviderContext<OwnOptions> context = new OwnClient(_simulator.Flexprice.BaseAddress).Context;
        context.ClientName.ShouldBe("own");
        context.IsDisposed.ShouldBeFalse();

        context.Dispose();

        context.IsDisposed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(CustomerOperation.Create, false)]
    [InlineData(CustomerOperation.Get, true)]
    [InlineData(CustomerOperation.Update, false)]
    [InlineData(CustomerOperation.Delete, false)]
    [InlineData(CustomerOperation.List, true)]
    public void A_read_changes_nothing(CustomerOperation operation, bool isRead) => new ProviderRequest(operation, "GET", "/x").IsRead.ShouldBe(isRead);

    [Theory]
    [InlineData("X-Own-Key")]
    [InlineData("x-own-key")]
    public async Task The_header_that_carries_the_key_cannot_be_given_by_a_call(string name)
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress, "X-Own-Key");

        BillingValidationException refused = await Should.ThrowAsync<BillingValidationException>(
            () => client.GetAsync("cust_1", new CallOptions { Headers = new Dictionary<string, string> { [name] = "another" } }));

        refused.Message.ShouldBe($"Own: CallOptions.Headers[{name}] is set by the client and cannot be replaced. Leave it out. Nothing was sent.");
        _simulator.Journal.ShouldBeEmpty();
    }

    [Fact]
    public void An_item_of_a_list_that_is_null_is_a_missing_fact() =>
        Should.Throw<WireFormatException>(() => CustomerPage.ItemsOf(new string[] { "cust_1", null! }, static id => new Customer { Provider = "own", Id = id }))
            .Field.ShouldBe("an item of the list");

    [Fact]
    public async Task An_answer_is_read_by_the_interfaces_own_contracts()
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress);
        _simulator.Flexprice.Answer(200, """{"id":"cust_1","credit":1.5,"new":true}""");

        Customer customer = await client.GetAsync("cust_1");

        customer.As<OwnCustomer>()!.Credit.ShouldBe(1.5);
        customer.As<OwnCustomer>()!.UnknownFields!.Keys.ShouldBe(["new"]);
        _simulator.Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/customers/cust_1");
    }

    [Fact]
    public void An_interface_without_generated_code_is_rejected_by_name()
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress);

        Should.Throw<InvalidOperationException>(
            () => ProviderApi.Create<IDisposable>(client.Context.HttpClient, OwnJson.Default, static _ => new ProviderError()))
            .Message.ShouldContain(nameof(IDisposable));
    }
}
