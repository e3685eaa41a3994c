using System.Globalization;
using BillingClients.Providers;

namespace BillingClients.Testing;

/// <summary>The customers of a <see cref="FakeCustomerClient"/>. Safe for concurrent use.</summary>
internal sealed class FakeStore
{
    private readonly object _creating = new();
    private readonly Dictionary<string, (string Id, CustomerCreate Sent)> _createsByIdempotencyKey = new(StringComparer.Ordinal);
    private readonly ProviderDescriptor _provider;
    private readonly TimeProvider _timeProvider;
    private readonly CustomerStore<Customer> _customers;
    private int _number;

    internal FakeStore(ProviderDescriptor provider, TimeProvider timeProvider)
    {
        _provider = provider;
        _timeProvider = timeProvider;
        _customers = new CustomerStore<Customer>(static customer => customer.Id, UniqueKeyOf);
    }

    private CustomerCapabilities Capabilities => _provider.Capabilities;

    internal Customer Create(FakeCall call, CustomerCreate customer)
    {
        lock (_creating)
        {
            string? idempotencyKey = Capabilities.IdempotencyKeys is Support.Native or Support.Emulated ? call.Options?.IdempotencyKey : null;
            if (idempotencyKey is not null && _createsByIdempotencyKey.TryGetValue(idempotencyKey, out (string Id, CustomerCreate Sent) earlier))
            {
                return IsAboutTheSame(earlier.Sent, customer)
                    ? _customers.Find(earlier.Id) ?? throw call.NotFound()
                    : throw call.Conflict(earlier.Id, reason: ConflictReason.IdempotencyKeyReused);
            }

            Customer wanted = FakeMapping.ToCustomer(customer, _provider.Name, NextId(), _timeProvider.GetUtcNow());
            if (!_customers.TryAdd(UniqueKeyOf(wanted), () => wanted, out Customer stored))
            {
                throw TakenBy(call, stored, customer);
            }

            if (idempotencyKey is not null)
            {
                _createsByIdempotencyKey[idempotencyKey] = (stored.Id, customer);
            }

            return stored;
        }
    }

    internal Customer Get(FakeCall call, CustomerKey key) => Find(key) ?? throw call.NotFound();

    internal Customer Update(FakeCall call, CustomerKey key, CustomerUpdate update) =>
        Change(call, Get(call, key).Id, customer => FakeMapping.Apply(update, customer, _timeProvider.GetUtcNow()));

    internal Customer Delete(FakeCall call, CustomerKey key)
    {
        Customer customer = Get(call, key);
        if (Capabilities.DeleteEffect != DeleteEffect.Archives)
        {
            return _customers.Remove(customer.Id) ? customer : throw call.NotFound();
        }

        return Change(call, customer.Id, before => IsArchived(before)
            ? throw call.NotFound()
            : before with { Status = CustomerStatus.Archived, UpdatedAt = _timeProvider.GetUtcNow() });
    }

    internal CustomerPage List(CustomerListRequest request, long offset)
    {
        int size = request.PageSize ?? Capabilities.DefaultPageSize ?? 10;
        Customer[] all = _customers.Query(customers => customers.Where(customer => Includes(request, customer)).ToArray());
        return new CustomerPage
        {
            Items = [.. all.Skip((int)Math.Min(offset, all.Length)).Take(size)],
            NextPageToken = offset < all.Length - size ? OffsetToken.Format(offset + size) : null,
            TotalCount = Capabilities.TotalCount == Support.Unsupported ? null : all.Length,
        };
    }

    internal IReadOnlyList<Customer> Snapshot() => _customers.Query(static customers => customers.ToArray());

    private static bool IsAboutTheSame(CustomerCreate one, CustomerCreate other) =>
        (one.ExternalId, one.Email, one.Name, one.FirstName, one.LastName) == (other.ExternalId, other.Email, other.Name, other.FirstName, other.LastName);

    private static bool IsArchived(Customer customer) => customer.Status == CustomerStatus.Archived;

    private static bool Includes(CustomerListRequest request, Customer customer) =>
        (request.Email is null || request.Email == customer.Email)
        && (request.ExternalId is null || request.ExternalId == customer.ExternalId)
        && (request.CreatedFrom is null || customer.CreatedAt >= request.CreatedFrom)
        && (request.CreatedTo is null || customer.CreatedAt <= request.CreatedTo);

    private BillingConflictException TakenBy(FakeCall call, Customer existing, CustomerCreate customer)
    {
        bool changes = Capabilities.TakenKeyEffect == TakenKeyEffect.ChangesExisting;
        if (changes)
        {
            Change(call, existing.Id, stored => FakeMapping.Apply(customer, stored, _timeProvider.GetUtcNow()));
        }

        return call.Conflict(existing.Id, changes);
    }

    private Customer? Find(CustomerKey key) => key.Kind switch
    {
        CustomerKeyKind.Id => _customers.Find(key.Value),
        _ when Capabilities is { UniqueKey: UniqueKey.ExternalId, TakenKeyEffect: not TakenKeyEffect.CreatesSecond } => _customers.FindByKey(key.Value),
        _ => _customers.Query(customers => customers.FirstOrDefault(customer => customer.ExternalId == key.Value && !IsArchived(customer))),
    };

    private Customer Change(FakeCall call, string id, Func<Customer, Customer> change) => _customers.Update(id, change) switch
    {
        { Changed: { } changed } => changed,
        { KeyHolder: { } holder } => throw call.Conflict(holder.Id),
        _ => throw call.NotFound(),
    };

    // An archived customer gives its key back, as at the providers that archive.
    private string? UniqueKeyOf(Customer customer) => IsArchived(customer) || Capabilities.TakenKeyEffect == TakenKeyEffect.CreatesSecond ? null : Capabilities.UniqueKey switch
    {
        UniqueKey.ExternalId => customer.ExternalId,
        UniqueKey.Email => customer.Email,
        _ => null,
    };

    private string NextId() => $"{_provider.Name}_{(++_number).ToString(CultureInfo.InvariantCulture)}";
}
