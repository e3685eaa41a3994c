using Xunit;

namespace BillingClients.Conformance;

/// <summary>Fields that the provider cannot hold are left out or stored in metadata when the caller asks for it, and only those.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class UnsupportedFieldConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    private static readonly CallOptions Ignore = new() { UnsupportedFields = UnsupportedFields.Ignore };

    private static readonly CallOptions StoreInMetadata = new() { UnsupportedFields = UnsupportedFields.StoreInMetadata };

    /// <summary>Asked to ignore, the client creates the customer without the field; a field that the provider holds is stored all the same.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.Writable), MemberType = typeof(CustomerFields))]
    public async Task Ignore_leaves_out_what_the_provider_cannot_hold(CustomerField field)
    {
        CustomerCreate customer = NewCustomerWith(field, Harness.NextSample());

        await CreatesAsync(field, customer, () => Client.CreateAsync(customer, Ignore, Cancellation)).ConfigureAwait(false);
    }

    /// <summary>The client's own setting is used when the call does not say, and the call's goes before it.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.Writable), MemberType = typeof(CustomerFields))]
    public async Task The_setting_of_the_client_is_used_unless_the_call_says_otherwise(CustomerField field)
    {
        ICustomerClient ignoring = Harness.CreateClient(UnsupportedFields.Ignore);
        using IDisposable? owned = ignoring as IDisposable;
        CustomerCreate customer = NewCustomerWith(field, Harness.NextSample());
        CallOptions refuse = new() { UnsupportedFields = UnsupportedFields.Throw };

        if (Capabilities.Field(field).Create == Support.Unsupported)
        {
            await RefusedAsync<UnsupportedFieldException>(() => ignoring.CreateAsync(customer, refuse, Cancellation)).ConfigureAwait(false);
        }

        await CreatesAsync(field, customer, () => ignoring.CreateAsync(customer, cancellationToken: Cancellation)).ConfigureAwait(false);
    }

    /// <summary>Asked to store in metadata, the client does so where the provider has metadata, and refuses where not.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.Writable), MemberType = typeof(CustomerFields))]
    public async Task Store_in_metadata_stores_what_the_provider_cannot_hold(CustomerField field)
    {
        CustomerCreate customer = NewCustomerWith(field, Harness.NextSample());
        bool isHeld = Capabilities.Field(field).Create != Support.Unsupported;
        if (!isHeld && Capabilities.Field(CustomerField.Metadata).Create == Support.Unsupported)
        {
            UnsupportedFieldException refusal = await RefusedAsync<UnsupportedFieldException>(CreateAsync).ConfigureAwait(false);
            Assert.Equal(field, refusal.Field);
        }
        else if (isHeld)
        {
            await CreatesAsync(field, customer, CreateAsync).ConfigureAwait(false);
        }
        else
        {
            Customer created = await CreateAsync().ConfigureAwait(false);
            Assert.Contains(TextOf(FieldValues.Of(customer, field)), created.Metadata.Values);
        }

        Task<Customer> CreateAsync() => Client.CreateAsync(customer, StoreInMetadata, Cancellation);
    }

    /// <summary>One customer with every field of the model can be sent to every provider.</summary>
    [Fact]
    public async Task A_customer_with_every_field_can_be_sent_where_the_unsupported_are_ignored()
    {
        CustomerCreate sample = new CustomerCreate().WithThoseOf(Harness.NextSample(), CustomerFields.AllWritable.Where(IsUnsupportedOrStored));

        Customer created = await Client.CreateAsync(sample, Ignore, Cancellation).ConfigureAwait(false);

        Assert.All(CustomerFields.AllWritable.Where(IsUnsupportedOrStored), field => CheckStoredOnlyIfSupported(field, sample, created));
        Assert.Empty(Harness.Objections);
    }

    /// <summary>Asked to ignore, an update changes what the provider can change and leaves the rest.</summary>
    [Fact]
    public async Task An_update_that_ignores_changes_the_rest()
    {
        Customer before = await ReadAsync(await AddAsync(FullCustomer()).ConfigureAwait(false)).ConfigureAwait(false);
        CustomerCreate sample = Harness.NextSample();
        CustomerField[] others = [.. CustomerFields.AllWritable.Where(field => Capabilities.Field(field).Update == Support.Unsupported)];
        CustomerUpdate update = CanChange.Take(1).Concat(others).Aggregate(new CustomerUpdate(), (all, field) => all.With(field, sample));

        await AsDeclaredAsync(Capabilities.SupportFor(OperationKind.Update), "Update", UpdateAsync, async () =>
        {
            Customer after = await ReadAsync(await UpdateAsync().ConfigureAwait(false)).ConfigureAwait(false);

            FieldAssert.OthersAreLeft(before, after, changed: CanChange.First());
            FieldAssert.IsReadAsDeclared(Capabilities.Field(CanChange.First()).Read, sample, after, CanChange.First());
        }).ConfigureAwait(false);

        Task<Customer> UpdateAsync() => Client.UpdateAsync(KeyFor(before, Capabilities.Update, "Update"), update, Ignore, Cancellation);
    }

    private bool IsUnsupportedOrStored(CustomerField field) => Capabilities.Field(field).Create == Support.Unsupported || IsStored(field);

    private async Task CreatesAsync(CustomerField field, CustomerCreate customer, Func<Task<Customer>> create)
    {
        if (IsUnsupportedOrStored(field))
        {
            CheckStoredOnlyIfSupported(field, customer, await create().ConfigureAwait(false));
            Assert.Empty(Harness.Objections);
        }
        else
        {
            await LeftToProviderAsync(create).ConfigureAwait(false);
        }
    }

    private void CheckStoredOnlyIfSupported(CustomerField field, CustomerCreate given, Customer created)
    {
        FieldSupport support = Capabilities.Field(field);
        if (support.Create == Support.Unsupported)
        {
            Assert.NotEqual(FieldValues.Of(given, field), FieldValues.Of(created, field));
        }
        else if (!CustomerFields.IsName(field))
        {
            FieldAssert.IsReadAsDeclared(support.Read, given, created, field);
        }
    }

    private static string TextOf(object? value) => value switch
    {
        Address address => address.Line1!,
        IReadOnlyList<TaxId> taxIds => taxIds[0].Value,
        bool flag => flag ? "true" : "false",
        _ => (string)value!,
    };
}
