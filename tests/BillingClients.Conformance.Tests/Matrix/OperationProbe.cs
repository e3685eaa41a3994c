namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>Tries one operation, with one kind of key or one filter.</summary>
internal static class OperationProbe
{
    internal static async Task<string> CreateAsync(Probe probe)
    {
        Tried tried = await probe.TryAsync(() => probe.AddAsync());
        return probe.Provider.Customers.Count == 1 ? tried.AsOperation : Words.Dropped;
    }

    internal static async Task<string> GetAsync(Probe probe, CustomerKeyKind kind)
    {
        Customer customer = await AddTwoAsync(probe);
        Customer? read = null;
        Tried tried = await probe.TryAsync(async () => read = await probe.Client.GetAsync(KeyOf(customer, kind), cancellationToken: Probe.Cancellation));
        return tried.Setback is null && read?.Id != customer.Id ? "another customer" : tried.AsOperation;
    }

    internal static async Task<string> UpdateAsync(Probe probe, CustomerKeyKind kind)
    {
        Customer customer = await AddTwoAsync(probe);
        CustomerUpdate update = new() { Name = probe.Next().Name };
        Customer? changed = null;
        Tried tried = await probe.TryAsync(async () =>
            changed = await probe.Client.UpdateAsync(KeyOf(customer, kind), update, cancellationToken: Probe.Cancellation));
        return tried.Setback is null && (changed?.Id, changed?.Name) != (customer.Id, update.Name.Value) ? Words.Dropped : tried.AsOperation;
    }

    internal static async Task<string> DeleteAsync(Probe probe, CustomerKeyKind kind)
    {
        Customer customer = await AddTwoAsync(probe);
        Tried tried = await probe.TryAsync(() => probe.Client.DeleteAsync(KeyOf(customer, kind), cancellationToken: Probe.Cancellation));
        return tried.Setback is null && Left(probe, customer) == DeleteEffect.None ? Words.Dropped : tried.AsOperation;
    }

    /// <summary>What a delete leaves, by the provider's store.</summary>
    internal static async Task<string> DeleteEffectAsync(Probe probe)
    {
        Customer customer = await AddTwoAsync(probe);
        await probe.TryAsync(() => probe.Client.DeleteAsync(probe.KeyOf(customer), cancellationToken: Probe.Cancellation));
        return $"{Left(probe, customer)}";
    }

    internal static Task<string> ListAsync(Probe probe) => ListAsync(probe, static _ => new CustomerListRequest(), expected: 2);

    /// <summary>Two customers, and a list that should show one, or neither.</summary>
    internal static async Task<string> ListAsync(Probe probe, Func<Customer, CustomerListRequest> filter, int expected)
    {
        Customer customer = await AddTwoAsync(probe);
        CustomerPage? page = null;
        Tried tried = await probe.TryAsync(async () => page = await probe.Client.ListPageAsync(filter(customer), cancellationToken: Probe.Cancellation));
        return tried.Setback is null && page?.Items.Count != expected ? $"{page?.Items.Count} customers instead of {expected}" : tried.AsOperation;
    }

    internal static async Task<string> TotalCountAsync(Probe probe)
    {
        await AddTwoAsync(probe);
        CustomerPage page = await probe.Client.ListPageAsync(new CustomerListRequest { PageSize = 1 }, cancellationToken: Probe.Cancellation);
        return page.TotalCount switch
        {
            null => Words.Unsupported,
            2 => Words.Native,
            { } count => $"{count} of 2",
        };
    }

    private static async Task<Customer> AddTwoAsync(Probe probe)
    {
        CustomerCreate WithExternalId() => probe.NewCustomer().With(CustomerField.ExternalId, probe.Next());
        Customer first = await probe.AddAsync(WithExternalId());
        await probe.AddAsync(WithExternalId());
        return first;
    }

    private static CustomerKey KeyOf(Customer customer, CustomerKeyKind kind) =>
        kind == CustomerKeyKind.Id ? CustomerKey.FromId(customer.Id) : CustomerKey.FromExternalId(customer.ExternalId!);

    private static DeleteEffect Left(Probe probe, Customer customer) =>
        probe.Provider.Customers.SingleOrDefault(stored => stored.Id == customer.Id) is not { } left ? DeleteEffect.Deletes
        : left.IsArchived ? DeleteEffect.Archives
        : DeleteEffect.None;
}
