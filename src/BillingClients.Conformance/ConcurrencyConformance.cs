using Xunit;

namespace BillingClients.Conformance;

/// <summary>One client serves many callers at the same time, and mixes nothing up.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class ConcurrencyConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    private const int Callers = 12;

    /// <summary>Everyone gets the customer that they created, and reads it back.</summary>
    [Fact]
    public async Task Customers_created_at_the_same_time_are_not_mixed_up()
    {
        CustomerCreate[] requests = [.. Enumerable.Range(0, Callers).Select(_ => FullCustomer())];

        Customer[] created = await Task.WhenAll(requests.Select(request => Task.Run(() => AddAsync(request)))).ConfigureAwait(false);
        Customer[] read = await Task.WhenAll(created.Select(customer => Task.Run(() => ReadAsync(customer)))).ConfigureAwait(false);

        Assert.Distinct(created.Select(static customer => customer.Id));
        for (int i = 0; i < Callers; i++)
        {
            Assert.Equal(created[i].Id, read[i].Id);
            FieldAssert.IsReadAsDeclared(Capabilities.Field(CustomerField.Email).Read, requests[i], created[i], CustomerField.Email);
            FieldAssert.IsUnchanged(created[i], read[i]);
        }
    }

    /// <summary>
    /// Of creates with the same unique key one wins, and the others are conflicts; where nothing is unique, each is a customer of its own, or a conflict.
    /// </summary>
    [Fact]
    public async Task Of_the_same_customer_created_at_the_same_time_there_is_one_where_the_key_is_unique()
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

        Assert.All(failures, static failure => Assert.IsType<BillingConflictException>(failure));
        Assert.Distinct(created.Select(static customer => customer.Id));
        Assert.InRange(created.Count, 1, Capabilities.UniqueKey == UniqueKey.None ? Callers : 1);
    }
}
