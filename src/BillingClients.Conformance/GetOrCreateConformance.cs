using Xunit;

namespace BillingClients.Conformance;

/// <summary>
/// <see cref="CustomerClientExtensions.FindAsync"/> and <see cref="CustomerClientExtensions.GetOrCreateAsync"/> stand on what the client declares.
/// </summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class GetOrCreateConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    private bool FindsByExternalId => Capabilities.Get.ByExternalId != Support.Unsupported && IsStored(CustomerField.ExternalId);

    // By what GetOrCreateAsync looks: the external id where one can be looked up, else the e-mail address.
    private (Support Support, string Capability) LookUp => FindsByExternalId
        ? (Capabilities.Get.ByExternalId, "Get.ByExternalId")
        : (Capabilities.Filters.Email, "Filters.Email");

    /// <summary>Who exists is found, and who does not is null.</summary>
    /// <param name="kind">The kind of key.</param>
    [Theory]
    [InlineData(CustomerKeyKind.Id)]
    [InlineData(CustomerKeyKind.ExternalId)]
    public async Task Find_is_null_for_nobody(CustomerKeyKind kind)
    {
        Customer customer = await AddAsync().ConfigureAwait(false);
        CustomerKey key = KeyOf(customer, kind);

        await AsDeclaredAsync(Capabilities.Get.For(kind), $"Get.By{kind}", () => FindAsync(key), async () =>
        {
            Assert.Equal(customer.Id, (await FindAsync(key).ConfigureAwait(false))?.Id);
            Assert.Null(await FindAsync(Harness.MissingKey(kind)).ConfigureAwait(false));
        }).ConfigureAwait(false);

        Task<Customer?> FindAsync(CustomerKey sought) => Client.FindAsync(sought, cancellationToken: Cancellation);
    }

    /// <summary>The first call creates, the second finds, and does not change what is there.</summary>
    [Fact]
    public async Task GetOrCreate_creates_once_and_then_finds()
    {
        CustomerCreate request = NewCustomer();

        await AsDeclaredAsync(LookUp.Support, LookUp.Capability, () => GetOrCreateAsync(request), async () =>
        {
            Customer first = await GetOrCreateAsync(request).ConfigureAwait(false);
            Customer second = await GetOrCreateAsync(FullCustomer() with { ExternalId = request.ExternalId, Email = request.Email }).ConfigureAwait(false);

            Assert.Equal(first.Id, second.Id);
            FieldAssert.IsUnchanged(first, second);
        }).ConfigureAwait(false);
    }

    /// <summary>Called at the same time, all get the one customer, where the provider keeps the key unique.</summary>
    [Fact]
    public async Task GetOrCreate_at_the_same_time_ends_with_one_customer_where_the_key_is_unique()
    {
        CustomerCreate request = NewCustomer();

        await AsDeclaredAsync(LookUp.Support, LookUp.Capability, () => GetOrCreateAsync(request), async () =>
        {
            Customer[] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GetOrCreateAsync(request))).ConfigureAwait(false);

            int customers = results.Select(static customer => customer.Id).Distinct().Count();
            bool isUnique = Capabilities.TakenKeyEffect is TakenKeyEffect.Refuses or TakenKeyEffect.ChangesExisting;
            Assert.True(customers == 1 || !isUnique, $"Of one customer, there are {customers}.");
        }).ConfigureAwait(false);
    }

    /// <summary>Without the key there is nothing to look for.</summary>
    [Fact]
    public async Task GetOrCreate_asks_for_the_key()
    {
        CustomerCreate request = NewCustomer() with { ExternalId = null, Email = null };

        if (LookUp.Support == Support.Unsupported)
        {
            await RefusedAsync<UnsupportedCapabilityException>(() => GetOrCreateAsync(request)).ConfigureAwait(false);
        }
        else
        {
            await RefusedAsync<BillingValidationException>(() => GetOrCreateAsync(request)).ConfigureAwait(false);
        }
    }

    private Task<Customer> GetOrCreateAsync(CustomerCreate request) => Client.GetOrCreateAsync(request, cancellationToken: Cancellation);
}
