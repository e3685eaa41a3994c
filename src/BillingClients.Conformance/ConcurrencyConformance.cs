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
}
