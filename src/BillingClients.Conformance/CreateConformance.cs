using Xunit;

namespace BillingClients.Conformance;

/// <summary>A create stores one customer, and answers with it as it is stored.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class CreateConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>The answer names the provider, has an id, and tells of the response.</summary>
    [Fact]
    public async Task Create_answers_with_the_customer()
    {
        Customer created = await AddAsync().ConfigureAwait(false);

        Assert.Equal(Client.Provider.Name, created.Provider);
        Assert.NotEmpty(created.Id);
        Assert.InRange(created.Response!.StatusCode, 200, 299);
        Assert.Equal(1, created.Response.Attempts);
        Assert.Empty(Harness.Objections);
    }

    /// <summary>What the answer says is what is read afterwards.</summary>
    [Fact]
    public async Task What_was_created_is_read_back()
    {
        Customer created = await AddAsync(FullCustomer()).ConfigureAwait(false);

        Customer read = await ReadAsync(created).ConfigureAwait(false);

        Assert.Equal(created.Id, read.Id);
        FieldAssert.IsUnchanged(created, read);
    }

    /// <summary>
    /// If the provider declares idempotency keys, two creates with the same key make one customer. If it does not, a key is refused, or left out if the policy
    /// is to ignore what is not supported.
    /// </summary>
    [Fact]
    public async Task An_idempotency_key_does_what_is_declared()
    {
        CustomerCreate customer = NewCustomer();
        CallOptions options = new() { IdempotencyKey = "conformance-1" };
        if (Capabilities.IdempotencyKeys == Support.Unsupported)
        {
            CallOptions ignoring = new() { IdempotencyKey = options.IdempotencyKey, UnsupportedFields = UnsupportedFields.Ignore };
            BillingValidationException refusal = await RefusedAsync<BillingValidationException>(() => CreateAsync(customer, options)).ConfigureAwait(false);
            Assert.Equal("CallOptions.IdempotencyKey", Assert.Single(refusal.Errors).Field);
            string id = (await CreateAsync(customer, ignoring).ConfigureAwait(false)).Id;
            Assert.NotEqual(id, (await CreateAsync(NewCustomer(), ignoring).ConfigureAwait(false)).Id);
            return;
        }

        Customer first = await CreateAsync(customer, options).ConfigureAwait(false);
        switch (Capabilities.IdempotencyKeys)
        {
            case Support.Unknown:
                await LeftToProviderAsync(() => CreateAsync(customer, options)).ConfigureAwait(false);
                break;
            default:
                Assert.Equal(first.Id, (await CreateAsync(customer, options).ConfigureAwait(false)).Id);
                break;
        }

        Task<Customer> CreateAsync(CustomerCreate request, CallOptions callOptions) => Client.CreateAsync(request, callOptions, Cancellation);
    }

    /// <summary>The request belongs to the caller: it is not changed, and changing it afterwards changes nothing.</summary>
    [Fact]
    public async Task The_request_is_neither_changed_nor_kept()
    {
        CustomerCreate customer = FullCustomer();
        Dictionary<string, string> metadata = new(customer.Metadata ?? CustomerMetadata.Empty);
        Customer created = await AddAsync(customer.Metadata is null ? customer : customer with { Metadata = metadata }).ConfigureAwait(false);
        Assert.Equal(customer.Metadata ?? CustomerMetadata.Empty, metadata);

        metadata["added"] = "later";

        Assert.DoesNotContain("added", created.Metadata.Keys);
        Assert.DoesNotContain("added", (await ReadAsync(created).ConfigureAwait(false)).Metadata.Keys);
    }

    /// <summary>One create can be sent to several providers: a client takes its own extras and ignores the others'.</summary>
    [Fact]
    public async Task Fields_of_another_provider_are_ignored()
    {
        Customer created = await AddAsync(NewCustomer() with { ProviderFields = [new ForeignFields()] }).ConfigureAwait(false);

        Assert.NotEmpty(created.Id);
        Assert.Empty(Harness.Objections);
    }
}
