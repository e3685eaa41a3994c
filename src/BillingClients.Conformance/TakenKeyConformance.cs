using Xunit;

namespace BillingClients.Conformance;

/// <summary>
/// A create whose unique key is taken does what <see cref="CustomerCapabilities.TakenKeyEffect"/> says, and never tells an existing customer as created.
/// </summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class TakenKeyConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    private const int Callers = 12;

    /// <summary>One by one: refused, a change of the existing customer, a second one, or left to the provider.</summary>
    [Fact]
    public async Task A_create_does_what_is_declared()
    {
        CustomerCreate request = NewCustomer();
        Customer first = await ReadAsync(await AddAsync(request).ConfigureAwait(false)).ConfigureAwait(false);
        CustomerCreate again = WithTheKeyOf(request, FullCustomer());

        Customer? second = null;
        Exception? failure = await Record.ExceptionAsync(async () => second = await AddAsync(again).ConfigureAwait(false)).ConfigureAwait(false);

        Assert.NotEqual(first.Id, second?.Id);
        Customer left = await ReadAsync(first).ConfigureAwait(false);
        switch (Effect)
        {
            case TakenKeyEffect.Refuses:
                IsConflict(failure, first, existingWasChanged: false);
                FieldAssert.IsUnchanged(first, left);
                Assert.Equal(1, Harness.CustomerCount ?? 1);
                break;
            case TakenKeyEffect.ChangesExisting:
                IsConflict(failure, first, existingWasChanged: true);
                Assert.All(CustomerFields.AllWritable.Where(IsStored), field =>
                    FieldAssert.IsReadAsDeclared(Capabilities.Field(field).Read, again, left, field));
                Assert.Equal(1, Harness.CustomerCount ?? 1);
                break;
            case TakenKeyEffect.CreatesSecond:
                Assert.Null(failure);
                FieldAssert.IsUnchanged(first, left);
                Assert.Equal(2, Harness.CustomerCount ?? 2);
                break;
            default:
                Assert.True(failure is null or BillingConflictException, $"The provider was to decide; instead: {failure}");
                break;
        }

        Assert.Empty(Harness.Objections);
    }

    /// <summary>At the same time: where the key has one customer, one caller is told that it was created.</summary>
    [Fact]
    public async Task Of_creates_at_the_same_time_one_is_told_as_created_where_the_key_has_one_customer()
    {
        CustomerCreate request = NewCustomer();

        List<Customer> created = [];
        List<Exception> failures = [];
        foreach (Task<Customer> create in Enumerable.Range(0, Callers).Select(_ => Task.Run(() => AddAsync(request))).ToArray())
        {
            if (await Record.ExceptionAsync(async () => created.Add(await create.ConfigureAwait(false))).ConfigureAwait(false) is { } failure)
            {
                failures.Add(failure);
            }
        }

        Assert.All(failures, failure =>
            Assert.Equal(Effect == TakenKeyEffect.ChangesExisting, Assert.IsType<BillingConflictException>(failure).ExistingWasChanged));
        Assert.Distinct(created.Select(static customer => customer.Id));
        bool hasOne = Effect is TakenKeyEffect.Refuses or TakenKeyEffect.ChangesExisting;
        Assert.InRange(created.Count, 1, hasOne ? 1 : Callers);
        Assert.Equal(Callers, created.Count + failures.Count);
        Assert.Equal(created.Count, Harness.CustomerCount ?? created.Count);
    }

    /// <summary>A key that nobody has is free, whoever has the others.</summary>
    [Fact]
    public async Task Another_key_is_free()
    {
        Customer first = await AddAsync().ConfigureAwait(false);
        Customer second = await AddAsync().ConfigureAwait(false);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(2, Harness.CustomerCount ?? 2);
    }

    /// <summary>What is declared says something where there is a unique key only.</summary>
    [Fact]
    public void Without_a_unique_key_there_is_no_effect() =>
        Assert.True(Capabilities.UniqueKey != UniqueKey.None || Capabilities.TakenKeyEffect == TakenKeyEffect.Unknown);

    private TakenKeyEffect Effect => Capabilities.UniqueKey == UniqueKey.None ? TakenKeyEffect.Unknown : Capabilities.TakenKeyEffect;

    // Where nothing is unique, all that could be is the same.
    private CustomerCreate WithTheKeyOf(CustomerCreate request, CustomerCreate other) => Capabilities.UniqueKey switch
    {
        UniqueKey.ExternalId => other with { ExternalId = request.ExternalId },
        UniqueKey.Email => other with { Email = request.Email },
        _ => request,
    };

    private static void IsConflict(Exception? failure, Customer existing, bool existingWasChanged)
    {
        BillingConflictException conflict = Assert.IsType<BillingConflictException>(failure);
        Assert.Equal(CustomerOperation.Create, conflict.Operation);
        Assert.Equal(existing.Id, conflict.ExistingId ?? existing.Id);
        Assert.Equal(existingWasChanged, conflict.ExistingWasChanged);
        Assert.False(conflict.OutcomeUnknown);
    }
}
