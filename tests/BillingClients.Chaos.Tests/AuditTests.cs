using System.Linq.Expressions;
using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Chaos.Tests;

/// <summary>Each lie that a client could tell is counted.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task A_customer_that_was_created_and_is_not_there()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Create = static async (client, customer) => await client.CreateAsync(customer) with { Id = $"cus_{Guid.NewGuid():N}" },
        });

        findings.Lost.ShouldContain(Saying("and not there"));
        findings.Doubled.ShouldContain(Saying("two callers got two customers"));
    }

    [Fact]
    public async Task A_customer_that_was_created_with_another_name()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Create = static async (client, customer) => await client.CreateAsync(customer with { Name = "Mary Somerville" }) with { Name = customer.Name },
        });

        findings.Lost.ShouldContain(Saying("stored with another name"));
    }

    [Fact]
    public async Task A_created_customer_that_is_returned_with_another_name()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Create = static async (client, customer) => await client.CreateAsync(customer) with { Name = "Mary Somerville" },
        });

        findings.False.ShouldContain(Saying("was created, and given another name"));
    }

    [Fact]
    public async Task A_customer_that_existed_before_the_call_and_was_told_as_created()
    {
        // One after the other, so that the first of two twins is there when the second is created.
        Findings findings = await TellAsync("atlas", static inner => new CredulousClient(inner), concurrency: 1);

        findings.False.ShouldContain(Saying("who existed before the call"));
    }

    [Fact]
    public async Task A_conflict_with_a_customer_that_does_not_have_the_key()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Create = static async (client, customer) => throw Conflict((await client.CreateAsync(customer)).Id + "0"),
        });

        findings.False.ShouldContain(Saying("has the key, and it has not"));
        findings.False.ShouldContain(Saying("told that nothing was created"));
    }

    [Fact]
    public async Task A_customer_that_was_changed_and_told_as_unchanged()
    {
        Findings findings = await TellAsync("flex, not looking", static inner => new LyingClient(inner)
        {
            Create = static (client, customer) => Retold(client.CreateAsync(customer), changed: false),
        });

        findings.False.ShouldContain(Saying("told that nothing was changed"));
    }

    [Fact]
    public async Task A_customer_that_was_told_as_changed_and_is_unchanged()
    {
        Findings findings = await TellAsync("flowglad", static inner => new LyingClient(inner)
        {
            Create = static (client, customer) => Retold(client.CreateAsync(customer), changed: true),
        });

        findings.False.ShouldContain(Saying("was changed, and it was not"));
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner) { Create = static (_, _) => throw new TaskCanceledException() });

        findings.Untyped.ShouldContain(Saying("threw System.Threading.Tasks.TaskCanceledException"));
    }

    [Fact]
    public async Task An_object_that_was_disposed_although_the_client_was_not()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Create = static (_, _) => throw new ObjectDisposedException("a stream"),
        });

        findings.Untyped.ShouldContain(Saying("threw System.ObjectDisposedException"));
    }

    [Fact]
    public async Task An_unknown_outcome_of_the_wrong_type()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Create = static (_, _) => throw new BillingProviderException("It may exist.", Details(CustomerOperation.Create, unknown: true)),
        });

        findings.Untyped.ShouldContain(Saying("threw BillingClients.BillingProviderException"));

        findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Update = static (_, _, _) => throw Unknown(Details(CustomerOperation.Update, unknown: true)),
            Delete = static (_, _) => throw Unknown(Details(CustomerOperation.Delete, unknown: true)),
        });

        findings.Untyped.ShouldContain(Saying("threw BillingClients.AmbiguousOutcomeException"));
    }

    [Fact]
    public async Task An_unknown_outcome_that_found_somebody_else()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Create = static async (client, customer) =>
            {
                Customer created = await client.CreateAsync(customer);
                throw new AmbiguousOutcomeException("Look.", Details(CustomerOperation.Create, unknown: true), null, created with { Id = created.Id + "0" });
            },
        });

        findings.False.ShouldContain(Saying("told that it may be"));
    }

    [Fact]
    public async Task A_read_of_somebody_else()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Get = static async (client, key) => await client.GetAsync(key) with { Email = "mary@example.com" },
        });

        findings.False.ShouldContain(Saying("read, and got"));
    }

    [Fact]
    public async Task A_read_that_shows_another_name()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Get = static async (client, key) => await client.GetAsync(key) with { Name = "Mary Somerville" },
        });

        findings.False.ShouldContain(Saying("read, and got"));
    }

    [Fact]
    public async Task An_update_that_was_not_done()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Update = static async (client, key, update) => await client.GetAsync(key) with { Name = update.Name.Value },
        });

        findings.Lost.ShouldContain(Saying("is not changed"));
    }

    [Fact]
    public async Task An_update_that_was_done_and_told_as_refused()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Update = static async (client, key, update) =>
            {
                await client.UpdateAsync(key, update);
                throw new BillingProviderException("Refused.", Details(CustomerOperation.Update, unknown: false));
            },
        });

        findings.False.ShouldContain(Saying("was not updated, and it was"));
    }

    [Fact]
    public async Task An_update_that_returns_somebody_else()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Update = static async (client, key, update) => await client.UpdateAsync(key, update) with { Email = "mary@example.com" },
        });

        findings.False.ShouldContain(Saying("updated, and got"));
    }

    [Fact]
    public async Task An_update_that_returns_what_was_before()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Update = static async (client, key, update) => await client.UpdateAsync(key, update) with { Name = "Ada Lovelace" },
        });

        findings.False.ShouldContain(Saying("updated, and got"));
    }

    [Fact]
    public async Task A_delete_that_was_not_done()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner) { Delete = static (_, _) => Task.CompletedTask });

        findings.False.ShouldContain(Saying("told that it was deleted, and it is there"));
    }

    [Fact]
    public async Task A_delete_that_was_done_and_told_as_not_found()
    {
        Findings findings = await TellAsync("atlas", static inner => new LyingClient(inner)
        {
            Delete = static async (client, key) =>
            {
                await client.DeleteAsync(key);
                throw new BillingNotFoundException("Not found.", Details(CustomerOperation.Delete, unknown: false));
            },
        });

        findings.False.ShouldContain(Saying("was not deleted, and it is gone"));
    }

    private static async Task<Findings> TellAsync(string label, Func<ICustomerClient, ICustomerClient> lie, int concurrency = 8)
    {
        // A fault that does no harm, and a few of it.
        ChaosOptions options = new() { Creates = 128, Concurrency = concurrency, FaultRate = 0.01, Faults = [SimulatedFault.SlowDrip()], Seed = 7 };
        return (await ChaosRun.RunAsync(options, [Contestant.All.Single(contestant => contestant.Label == label)], builder => builder.Use(lie))).Findings;
    }

    private static Expression<Func<string, bool>> Saying(string words) => finding => finding.Contains(words, StringComparison.Ordinal);

    private static async Task<Customer> Retold(Task<Customer> created, bool changed)
    {
        try
        {
            return await created;
        }
        catch (BillingConflictException conflict)
        {
            throw Conflict(conflict.ExistingId, changed);
        }
    }

    private static BillingConflictException Conflict(string? existingId, bool changed = false) =>
        new("Taken.", Details(CustomerOperation.Create, unknown: false), existingId) { ExistingWasChanged = changed };

    private static AmbiguousOutcomeException Unknown(BillingErrorDetails details) => new("It may be done.", details, idempotencyKey: null, found: null);

    private static BillingErrorDetails Details(BillingOperation operation, bool unknown) =>
        new() { Provider = "atlas", Operation = operation, OutcomeUnknown = unknown };
}
