using Xunit;

namespace BillingClients.Conformance;

/// <summary>Keys reach the provider as they are, or not at all: none leaves its place in a path.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class KeyConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    private static readonly OperationKind[] WithKeys = [OperationKind.Get, OperationKind.Update, OperationKind.Delete];

    /// <summary>A key that cannot be sent safely is refused before sending by every operation that takes it; the message does not show it.</summary>
    /// <param name="name">The key's name.</param>
    [Theory]
    [MemberData(nameof(BadKeys.Names), MemberType = typeof(BadKeys))]
    public async Task A_bad_key_is_refused_before_sending(string name)
    {
        string value = BadKeys.ValueOf(name);
        foreach (CustomerKey key in new[] { CustomerKey.FromId(value), CustomerKey.FromExternalId(value) })
        {
            foreach (OperationKind operation in WithKeys)
            {
                if (Capabilities.KeysFor(operation).For(key.Kind) == Support.Unsupported)
                {
                    await RefusedAsync<UnsupportedCapabilityException>(() => CallAsync(operation, key)).ConfigureAwait(false);
                    continue;
                }

                BillingValidationException refusal = await RefusedAsync<BillingValidationException>(() => CallAsync(operation, key)).ConfigureAwait(false);
                Assert.Equal(operation, refusal.Operation?.Kind);
                Assert.NotEmpty(refusal.Errors);
                Assert.True(value.Trim(' ', '.').Length == 0 || !refusal.ToString().Contains(value, StringComparison.Ordinal), "The message shows the key.");
            }
        }
    }

    /// <summary>A key that was never given a value is refused as an empty one is.</summary>
    [Fact]
    public async Task A_default_key_is_refused_before_sending()
    {
        foreach (OperationKind operation in WithKeys)
        {
            int? before = Harness.RequestCount;
            BillingException refusal = await Assert.ThrowsAnyAsync<BillingException>(() => CallAsync(operation, default)).ConfigureAwait(false);

            Assert.True(refusal is BillingValidationException or UnsupportedCapabilityException, $"{refusal}");
            Assert.Equal(before, Harness.RequestCount);
        }
    }

    /// <summary>External ids with slashes, question marks, percent signs and letters of other scripts find their own customer, and no other.</summary>
    [Fact]
    public async Task An_odd_external_id_finds_its_own_customer()
    {
        Assert.NotEmpty(Harness.OddExternalIds);
        foreach (string externalId in Harness.OddExternalIds)
        {
            CustomerCreate request = NewCustomer();
            Customer customer = await AddAsync(IsStored(CustomerField.ExternalId) ? request with { ExternalId = externalId } : request).ConfigureAwait(false);
            CustomerKey key = CustomerKey.FromExternalId(externalId);

            await AsDeclaredAsync(Capabilities.Get.ByExternalId, "Get.ByExternalId", () => CallAsync(OperationKind.Get, key), async () =>
            {
                Customer found = await Client.GetAsync(key, cancellationToken: Cancellation).ConfigureAwait(false);

                Assert.Equal(customer.Id, found.Id);
                Assert.Equal(externalId, found.ExternalId);
            }).ConfigureAwait(false);
        }

        Assert.Empty(Harness.Objections);
    }

    private Task CallAsync(OperationKind operation, CustomerKey key) => operation switch
    {
        OperationKind.Get => Client.GetAsync(key, cancellationToken: Cancellation),
        OperationKind.Update => Client.UpdateAsync(key, NewUpdate(), cancellationToken: Cancellation),
        _ => Client.DeleteAsync(key, cancellationToken: Cancellation),
    };
}
