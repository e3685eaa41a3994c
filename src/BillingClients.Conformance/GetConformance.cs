using Xunit;

namespace BillingClients.Conformance;

/// <summary>A get reads by the kinds of keys that are declared.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class GetConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>By each kind of key the same customer is read, and not its neighbour.</summary>
    /// <param name="kind">The kind of key.</param>
    [Theory]
    [InlineData(CustomerKeyKind.Id)]
    [InlineData(CustomerKeyKind.ExternalId)]
    public async Task Get_reads_by_the_kinds_of_keys_that_are_declared(CustomerKeyKind kind)
    {
        Customer created = await AddAsync(FullCustomer()).ConfigureAwait(false);
        await AddAsync().ConfigureAwait(false);
        CustomerKey key = KeyOf(created, kind);

        await AsDeclaredAsync(Capabilities.Get.For(kind), $"Get.By{kind}", GetAsync, async () =>
        {
            Customer read = await GetAsync().ConfigureAwait(false);

            Assert.Equal(created.Id, read.Id);
            Assert.Equal(Client.Provider.Name, read.Provider);
            FieldAssert.IsUnchanged(created, read);
            Assert.InRange(read.Response!.StatusCode, 200, 299);
            Assert.Equal(1, read.Response.Attempts);
            Assert.Empty(Harness.Objections);
        }).ConfigureAwait(false);

        Task<Customer> GetAsync() => Client.GetAsync(key, cancellationToken: Cancellation);
    }

    /// <summary>The external id of one customer is not the id of another: a key of the wrong kind finds nobody.</summary>
    [Fact]
    public async Task An_id_is_no_external_id()
    {
        Customer created = await AddAsync().ConfigureAwait(false);

        await AsDeclaredAsync(
            Capabilities.Get.ByExternalId,
            "Get.ByExternalId",
            GetAsync,
            () => Assert.ThrowsAsync<BillingNotFoundException>(GetAsync)).ConfigureAwait(false);

        Task<Customer> GetAsync() => Client.GetAsync(CustomerKey.FromExternalId(created.Id), cancellationToken: Cancellation);
    }

    /// <summary>A read changes nothing: two in a row are alike.</summary>
    [Fact]
    public async Task Reading_twice_reads_the_same()
    {
        Customer created = await AddAsync(FullCustomer()).ConfigureAwait(false);

        Customer first = await ReadAsync(created).ConfigureAwait(false);
        Customer second = await ReadAsync(created).ConfigureAwait(false);

        Assert.All(Enum.GetValues<CustomerField>(), field => FieldAssert.Holds(FieldValues.Of(first, field), second, field));
    }
}
