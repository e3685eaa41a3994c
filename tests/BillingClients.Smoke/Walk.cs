namespace BillingClients.Smoke;

/// <summary>A customer's life at one provider: every operation that the provider has, each with every kind of key, and a failure.</summary>
internal sealed class Walk(ICustomerClient client)
{
    private static readonly CustomerCreate Wanted = new()
    {
        ExternalId = "crm-1",
        Name = "Ada Lovelace",
        FirstName = "Ada",
        LastName = "Lovelace",
        Email = "ada@example.com",
        BillingAddress = new Address { Line1 = "1 Main St", City = "San Francisco", State = "CA", PostalCode = "94105", Country = "US" },
        Metadata = new Dictionary<string, string> { ["plan"] = "gold" },
    };

    private static readonly CallOptions WhatItHolds = new() { UnsupportedFields = UnsupportedFields.Ignore };

    private readonly List<string> _done = [];

    /// <summary>When the provider had answered the first create.</summary>
    internal DateTimeOffset Created { get; private set; }

    private CustomerCapabilities Capabilities => client.Provider.Capabilities;

    /// <summary>Goes through it.</summary>
    /// <returns>What was done, in order.</returns>
    /// <exception cref="SmokeException">A result is not what was asked for.</exception>
    internal async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        Customer created = await client.CreateAsync(Wanted, WhatItHolds, cancellationToken);
        Created = TimeProvider.System.GetUtcNow();
        Expect("create", created.Email == Wanted.Email);
        await GetOrCreateAsync(cancellationToken);
        await GetAsync(created, cancellationToken);
        await UpdateAsync(created, cancellationToken);
        await ListAsync(cancellationToken);
        await DeleteAsync(created, cancellationToken);
        await MissAsync(cancellationToken);
        return _done;
    }

    private async Task GetOrCreateAsync(CancellationToken cancellationToken)
    {
        Customer found = await client.GetOrCreateAsync(Wanted, WhatItHolds, cancellationToken);
        Expect("get or create", found.Email == Wanted.Email);
    }

    private async Task GetAsync(Customer created, CancellationToken cancellationToken)
    {
        foreach (CustomerKey key in KeysOf(created, Capabilities.Get))
        {
            Customer read = await client.GetAsync(key, cancellationToken: cancellationToken);
            Expect($"get by {key}", read.Email == Wanted.Email);
        }
    }

    private async Task UpdateAsync(Customer created, CancellationToken cancellationToken)
    {
        foreach (CustomerKey key in KeysOf(created, Capabilities.Update))
        {
            Customer updated = await client.UpdateAsync(key, new CustomerUpdate { Name = $"Ada {key}" }, cancellationToken: cancellationToken);
            Expect($"update by {key}", updated.Name == $"Ada {key}");
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        List<string?> listed = [];
        await foreach (Customer customer in client.ListAsync(new CustomerListRequest { PageSize = 10 }, cancellationToken: cancellationToken))
        {
            listed.Add(customer.Email);
        }

        Expect("list", listed is [{ } only] && only == Wanted.Email);
    }

    private async Task DeleteAsync(Customer created, CancellationToken cancellationToken)
    {
        Customer next = created;
        foreach (CustomerKeyKind kind in KeysOf(created, Capabilities.Delete).Select(static key => key.Kind))
        {
            CustomerKey key = KeysOf(next, Capabilities.Delete).Single(key => key.Kind == kind);
            await client.DeleteAsync(key, cancellationToken: cancellationToken);
            _done.Add($"delete by {kind}");
            next = await client.CreateAsync(Wanted, WhatItHolds, cancellationToken);
        }
    }

    private async Task MissAsync(CancellationToken cancellationToken)
    {
        CustomerKey nobody = Works(Capabilities.Get.ById) ? CustomerKey.FromId("nobody") : CustomerKey.FromExternalId("nobody");
        Expect("miss", await client.FindAsync(nobody, cancellationToken: cancellationToken) is null);
    }

    private static IEnumerable<CustomerKey> KeysOf(Customer customer, KeySupport keys)
    {
        if (Works(keys.ById) && customer.Id is { } id)
        {
            yield return CustomerKey.FromId(id);
        }

        if (Works(keys.ByExternalId) && customer.ExternalId is { } externalId)
        {
            yield return CustomerKey.FromExternalId(externalId);
        }
    }

    private static bool Works(Support support) => support is Support.Native or Support.Emulated;

    private void Expect(string step, bool asExpected)
    {
        if (!asExpected)
        {
            throw new SmokeException($"{client.Provider.Name}: {step} gave something else than was asked for.");
        }

        _done.Add(step);
    }
}
