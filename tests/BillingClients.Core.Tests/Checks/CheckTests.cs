using BillingClients.Core.Tests.Fixtures;
using BillingClients.Core.Tests.Providers;
using BillingClients.Providers;
using BillingClients.Testing;

namespace BillingClients.Core.Tests.Checks;

/// <summary><c>client.Check</c> reaches the check of the provider's client, whatever stands before it.</summary>
public sealed class CheckTests
{
    private static readonly CustomerCreate Spoilt = new() { Email = "ada", Phone = "1815" };

    private static readonly CustomerUpdate SpoiltUpdate = new() { Name = "", Phone = "1815" };

    [Fact]
    public void The_rules_of_the_provider_are_checked_through_middleware()
    {
        using FunctionClient client = new() { RefusesAll = true };

        Fields(new PassingClient(client).Check(Spoilt)).ShouldBe(["Phone", "Email", "Rule"]);
        Fields(new PassingClient(client).Check(SpoiltUpdate)).ShouldBe(["Phone", "Name"]);
        client.Check(Spoilt).ShouldBe(new PassingClient(client).Check(Spoilt));
        client.Creates.ShouldBe(0);
    }

    [Fact]
    public void A_client_that_offers_no_check_is_checked_by_the_capabilities_of_its_provider()
    {
        using FunctionClient client = new() { RefusesAll = true };
        BareClient bare = new(client);

        Fields(bare.Check(Spoilt)).ShouldBe(["Phone", "Email"]);
        Fields(bare.Check(SpoiltUpdate)).ShouldBe(["Phone", "Name"]);
        Fields(bare.Check(Spoilt, new CallOptions { Timeout = TimeSpan.Zero, UnsupportedFields = UnsupportedFields.Ignore }))
            .ShouldBe(["CallOptions.Timeout", "Email"]);
        bare.Check(new CustomerCreate { Email = "ada@example.com" }).ShouldBeEmpty();
        bare.Check(new CustomerUpdate { Name = "Ada King" }).ShouldBeEmpty();
    }

    [Fact]
    public void An_operation_that_the_provider_does_not_have_throws_as_the_call_does()
    {
        using FakeCustomerClient fake = new(new CustomerCapabilities());
        ICustomerClient bare = new BareClient(fake);

        foreach (ICustomerClient client in (ICustomerClient[])[fake, bare])
        {
            Should.Throw<UnsupportedCapabilityException>(() => client.Check(Spoilt)).Capability.ShouldBe("Create");
            Should.Throw<UnsupportedCapabilityException>(() => client.Check(SpoiltUpdate)).Capability.ShouldBe("Update");
        }
    }

    [Fact]
    public void Null_is_an_ArgumentNullException()
    {
        using FakeCustomerClient fake = new();

        Should.Throw<ArgumentNullException>(() => ((ICustomerClient)null!).Check(Spoilt));
        Should.Throw<ArgumentNullException>(() => fake.Check((CustomerCreate)null!));
        Should.Throw<ArgumentNullException>(() => fake.Check((CustomerUpdate)null!));
    }

    [Fact]
    public async Task The_idempotency_key_of_a_get_or_create_is_for_its_create_only()
    {
        using FunctionClient client = new(UniqueKey.ExternalId);
        Customer ada = client.Answer(new CustomerCreate { ExternalId = "crm-1815" });
        client.OnRead = () => ada;

        Customer found = await client.GetOrCreateAsync(
            new CustomerCreate { ExternalId = "crm-1815" }, new CallOptions { IdempotencyKey = "signup" }, TestContext.Current.CancellationToken);

        found.Id.ShouldBe(ada.Id);
        client.Creates.ShouldBe(0);
    }

    private static IEnumerable<string> Fields(IReadOnlyList<FieldError> problems) => problems.Select(static problem => problem.Field);

    /// <summary>An application's own client, behind which nothing can be reached.</summary>
    private sealed class BareClient(ICustomerClient inner) : ICustomerClient
    {
        public ProviderDescriptor Provider => inner.Provider;

        public Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options, CancellationToken cancellationToken) =>
            inner.CreateAsync(customer, options, cancellationToken);

        public Task<Customer> GetAsync(CustomerKey key, CallOptions? options, CancellationToken cancellationToken) =>
            inner.GetAsync(key, options, cancellationToken);

        public Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options, CancellationToken cancellationToken) =>
            inner.UpdateAsync(key, update, options, cancellationToken);

        public Task DeleteAsync(CustomerKey key, CallOptions? options, CancellationToken cancellationToken) => inner.DeleteAsync(key, options, cancellationToken);

        public Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options, CancellationToken cancellationToken) =>
            inner.ListPageAsync(request, options, cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey) => null;
    }
}
