using BillingClients.Testing;

namespace BillingClients.Core.Tests.Customers;

/// <summary>Get or create by e-mail address, at a provider that filters loosely, as some do: by a part of the address, or not at all.</summary>
public sealed class GetOrCreateTests : IDisposable
{
    private static readonly CustomerCreate Ada = new() { Name = "Ada Lovelace", Email = "ada@example.com", ExternalId = "crm-1815" };

    private readonly FakeCustomerClient _unique = new(ByEmail(UniqueKey.Email));
    private readonly FakeCustomerClient _notUnique = new(ByEmail(UniqueKey.None));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _unique.Dispose();
        _notUnique.Dispose();
    }

    [Fact]
    public async Task A_customer_with_another_address_is_not_returned()
    {
        await AddAsync(_unique, "grace-ada@example.com");

        Customer created = await new FiltersLoosely(_unique).GetOrCreateAsync(Ada, cancellationToken: Token);

        created.Email.ShouldBe("ada@example.com");
        _unique.Customers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_customer_is_found_on_a_later_page()
    {
        for (int i = 0; i < 25; i++)
        {
            await AddAsync(_unique, $"other{i}@example.com");
        }

        Customer ada = await AddAsync(_unique, "ada@example.com");

        (await new FiltersLoosely(_unique).GetOrCreateAsync(Ada, cancellationToken: Token)).Id.ShouldBe(ada.Id);
    }

    [Fact]
    public async Task Where_an_address_may_be_there_twice_the_one_that_is_meant_is_found_on_a_later_page()
    {
        await _notUnique.CreateAsync(Ada with { ExternalId = "crm-1" }, cancellationToken: Token);
        for (int i = 0; i < 25; i++)
        {
            await AddAsync(_notUnique, $"other{i}@example.com");
        }

        Customer ada = await _notUnique.CreateAsync(Ada, cancellationToken: Token);

        (await new FiltersLoosely(_notUnique).GetOrCreateAsync(Ada, cancellationToken: Token)).Id.ShouldBe(ada.Id);
    }

    [Fact]
    public async Task An_address_in_another_case_is_the_same()
    {
        Customer ada = await AddAsync(_unique, "ADA@Example.com");

        (await new FiltersLoosely(_unique).GetOrCreateAsync(Ada, cancellationToken: Token)).Id.ShouldBe(ada.Id);
    }

    [Fact]
    public async Task A_customer_without_an_external_id_matches()
    {
        Customer ada = await AddAsync(_unique, "ada@example.com");

        (await _unique.GetOrCreateAsync(Ada, cancellationToken: Token)).Id.ShouldBe(ada.Id);
    }

    [Fact]
    public async Task Where_the_address_is_unique_another_external_id_is_a_conflict()
    {
        Customer other = await AddAsync(_unique, "ada@example.com", "crm-1906");

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() => _unique.GetOrCreateAsync(Ada, cancellationToken: Token));

        conflict.ExistingId.ShouldBe(other.Id);
        conflict.Reason.ShouldBe(ConflictReason.KeyTaken);
        conflict.Message.ShouldContain("has another external id");
        _unique.Calls.Count(static call => call.Operation == CustomerOperation.Create).ShouldBe(1);
    }

    [Fact]
    public async Task Where_it_is_not_unique_another_external_id_is_another_customer()
    {
        Customer other = await AddAsync(_notUnique, "ada@example.com", "crm-1906");

        Customer created = await _notUnique.GetOrCreateAsync(Ada, cancellationToken: Token);

        created.Id.ShouldNotBe(other.Id);
        created.ExternalId.ShouldBe("crm-1815");
    }

    [Fact]
    public async Task Two_that_match_are_a_conflict()
    {
        await AddAsync(_notUnique, "ada@example.com");
        await AddAsync(_notUnique, "Ada@example.com");

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(
            () => new FiltersLoosely(_notUnique).GetOrCreateAsync(Ada, cancellationToken: Token));

        conflict.Message.ShouldContain("two customers have this e-mail address");
        _notUnique.Customers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_matches_the_one_with_the_external_id_is_returned()
    {
        await AddAsync(_notUnique, "ada@example.com");
        Customer meant = await AddAsync(_notUnique, "ada@example.com", "crm-1815");

        (await _notUnique.GetOrCreateAsync(Ada, cancellationToken: Token)).Id.ShouldBe(meant.Id);
    }

    [Fact]
    public async Task A_customer_that_was_created_meanwhile_with_another_external_id_is_not_returned()
    {
        _unique.OnCall = async (call, token) =>
        {
            if (call.Operation == CustomerOperation.Create)
            {
                _unique.OnCall = null;
                await _unique.CreateAsync(Ada with { ExternalId = "crm-1906" }, cancellationToken: token);
            }
        };

        await Should.ThrowAsync<BillingConflictException>(() => _unique.GetOrCreateAsync(Ada, cancellationToken: Token));
    }

    private static Task<Customer> AddAsync(FakeCustomerClient client, string email, string? externalId = null) =>
        client.CreateAsync(new CustomerCreate { Name = "Ada Lovelace", Email = email, ExternalId = externalId }, cancellationToken: Token);

    private static CustomerCapabilities ByEmail(UniqueKey unique) => FakeCustomerClient.Everything with
    {
        Get = new KeySupport(Support.Native, Support.Unsupported),
        UniqueKey = unique,
        TakenKeyEffect = unique == UniqueKey.None ? TakenKeyEffect.Unknown : TakenKeyEffect.Refuses,
    };

    private sealed class FiltersLoosely(ICustomerClient inner) : DelegatingCustomerClient(inner)
    {
        public override Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
            base.ListPageAsync(request with { Email = null }, options, cancellationToken);
    }
}
