namespace BillingClients.Testing.Tests.Store;

/// <summary>A key has one record, also when many ask for it at once.</summary>
public sealed class CustomerStoreTests
{
    private readonly CustomerStore<Account> _store = new(static account => account.Id, static account => account.Key);

    [Fact]
    public void A_new_key_is_added_and_a_known_one_changed()
    {
        Account added = _store.AddOrUpdate("ada", static () => new Account("1", "ada", 1), Again);
        Account changed = _store.AddOrUpdate("ada", static () => new Account("2", "ada", 1), Again);

        added.Visits.ShouldBe(1);
        changed.ShouldBe(new Account("1", "ada", 2));
        _store.Query(static accounts => accounts.ToArray()).ShouldBe([changed]);
    }

    [Fact]
    public void Without_a_key_every_record_is_new()
    {
        _store.AddOrUpdate(null, static () => new Account("1", null, 1), Again);
        _store.AddOrUpdate(null, static () => new Account("2", null, 1), Again);

        _store.Query(static accounts => accounts.Count).ShouldBe(2);
    }

    [Fact]
    public void Of_many_at_once_one_adds_and_the_others_change()
    {
        Parallel.For(0, 1000, number => _store.AddOrUpdate("ada", () => new Account($"{number}", "ada", 1), Again));

        _store.FindByKey("ada")!.Visits.ShouldBe(1000);
    }

    private static Account Again(Account account) => account with { Visits = account.Visits + 1 };

    private sealed record Account(string Id, string? Key, int Visits);
}
