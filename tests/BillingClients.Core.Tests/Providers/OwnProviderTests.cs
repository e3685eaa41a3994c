using BillingClients.Providers;
using BillingClients.Testing;

namespace BillingClients.Core.Tests.Providers;

/// <summary>What is for writing a provider can be used from outside, by someone who has only the public names.</summary>
public sealed class OwnProviderTests : IAsyncLifetime
{
    private static readonly CustomerKey Existing = CustomerKey.FromId("cust_1");

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

        BillingException failure = await Should.ThrowAsync<BillingException>(() => client.GetAsync(Existing, cancellationToken: Token));

        failure.ShouldBeOfType(expected);
        failure.StatusCode.ShouldBe(418);
        failure.ProviderCode.ShouldBe("teapot");
        failure.Provider.ShouldBe("own");
    }

    [Fact]
    public async Task A_client_disposes_its_account()
    {
        OwnClient client = new(_simulator.Flexprice.BaseAddress);

        client.Dispose();

        (await Should.ThrowAsync<ObjectDisposedException>(() => client.GetAsync(Existing, cancellationToken: Token))).ObjectName.ShouldBe("Own client");
        _simulator.Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_whose_address_only_ends_as_that_of_the_list_is_a_write()
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress);
        _simulator.Flexprice.Answer(503, "{}");

        BillingProviderException open = await Should.ThrowAsync<BillingProviderException>(
            () => client.UpdateAsync(Existing, new CustomerUpdate(), cancellationToken: Token));

        open.OutcomeUnknown.ShouldBeTrue();
    }

    [Theory]
    [InlineData(503, 1)]
    [InlineData(429, 2)]
    public async Task An_update_that_cannot_be_repeated_is_sent_again_only_when_it_did_not_take_effect(int status, int attempts)
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress, maxAttempts: 2);
        _simulator.Flexprice.Answer(status, "{}");
        _simulator.Flexprice.Answer(status, "{}");

        BillingException failure = await Should.ThrowAsync<BillingException>(
            () => client.UpdateAsync(Existing, new CustomerUpdate(), cancellationToken: Token));

        failure.Attempts.ShouldBe(attempts);
    }

    [Fact]
    public async Task A_declared_delete_without_a_method_says_what_to_override()
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress);

        (await Should.ThrowAsync<NotSupportedException>(() => client.DeleteAsync(Existing, cancellationToken: Token))).Message.ShouldContain("override DeleteOnceAsync");
    }

    [Fact]
    public async Task A_lost_create_is_not_sent_again_by_a_client_that_cannot_look_it_up()
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress, maxAttempts: 3);
        _simulator.Flexprice.Fault(SimulatedFault.ResetAfterCommit);

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(
            () => client.CreateAsync(new CustomerCreate(), cancellationToken: Token));

        open.InnerException.ShouldBeOfType<BillingConnectionException>();
        _simulator.Flexprice.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(OperationKind.Create, "customer.create", false)]
    [InlineData(OperationKind.Get, "customer.get", true)]
    [InlineData(OperationKind.Update, "customer.update", false)]
    [InlineData(OperationKind.Delete, "customer.delete", false)]
    [InlineData(OperationKind.List, "customer.list", true)]
    public void An_operation_knows_its_name_and_whether_it_changes_something(OperationKind kind, string name, bool isRead)
    {
        BillingOperation operation = new("customer", kind);

        operation.Name.ShouldBe(name);
        operation.IsRead.ShouldBe(isRead);
    }

    [Theory]
    [InlineData("X-Own-Key")]
    [InlineData("x-own-key")]
    public async Task The_header_that_carries_the_key_cannot_be_given_by_a_call(string name)
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress, "X-Own-Key");

        BillingValidationException refused = await Should.ThrowAsync<BillingValidationException>(
            () => client.GetAsync(Existing, new CallOptions { Headers = new Dictionary<string, string> { [name] = "another" } }, Token));

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

        Customer customer = await client.GetAsync(Existing, cancellationToken: Token);

        customer.As<OwnCustomer>()!.Credit.ShouldBe(1.5);
        customer.As<OwnCustomer>()!.AdditionalProperties!.Keys.ShouldBe(["new"]);
        _simulator.Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/customers/cust_1");
    }

    [Fact]
    public void An_interface_without_generated_code_is_rejected_by_name()
    {
        using OwnClient client = new(_simulator.Flexprice.BaseAddress);

        Should.Throw<InvalidOperationException>(
            () => ProviderApi.Create<IDisposable>(client.Account.HttpClient, OwnJson.Default, static _ => new ProviderError()))
            .Message.ShouldContain(nameof(IDisposable));
    }
}
