using Xunit;

namespace BillingClients.Conformance;

/// <summary>Each field of a create is stored and returned as declared: nothing is lost on the way in or out.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class FieldConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    private const string Text = "\u00c9ric \"\\</script>' \u5f20\u4f1f \ud83d\ude00\u202eX";

    /// <summary>The create's answer and a later read hold the field; or it is refused before sending.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.Writable), MemberType = typeof(CustomerFields))]
    public async Task A_field_is_stored_and_returned_as_declared(CustomerField field)
    {
        FieldSupport support = Capabilities.Field(field);
        CustomerCreate sample = Harness.NextSample();
        CustomerCreate customer = NewCustomerWith(field, sample);
        if (support.Create == Support.Unsupported)
        {
            UnsupportedFieldException refusal = await RefusedAsync<UnsupportedFieldException>(() => AddAsync(customer)).ConfigureAwait(false);
            Assert.Equal(field, refusal.Field);
        }
        else if (Works(support.Create, $"Fields.{field}.Create"))
        {
            Customer created = await AddAsync(customer).ConfigureAwait(false);
            CheckReturned(field, sample, created);
            CheckReturned(field, sample, await ReadAsync(created).ConfigureAwait(false));
        }
        else
        {
            await LeftToProviderAsync(() => AddAsync(customer)).ConfigureAwait(false);
        }
    }

    /// <summary>A customer with every field that the provider stores: the fields do not get in each other's way.</summary>
    [Fact]
    public async Task All_fields_are_stored_together()
    {
        CustomerCreate customer = FullCustomer();

        Customer read = await ReadAsync(await AddAsync(customer).ConfigureAwait(false)).ConfigureAwait(false);

        Assert.All(CustomerFields.AllWritable.Where(field => FieldValues.Of(customer, field) is not null && !CustomerFields.IsName(field)), field =>
            FieldAssert.IsReadAsDeclared(Capabilities.Field(field).Read, customer, read, field));
        Assert.Empty(Harness.Objections);
    }

    /// <summary>What was not given is not made up; a part of a name that is, is part of the name.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.Writable), MemberType = typeof(CustomerFields))]
    public async Task A_field_that_was_not_given_is_absent(CustomerField field)
    {
        CustomerCreate customer = NewCustomer();

        Customer read = await ReadAsync(await AddAsync(customer).ConfigureAwait(false)).ConfigureAwait(false);

        if (FieldValues.Of(customer, field) is { } given)
        {
            FieldAssert.IsReadAsDeclared(Capabilities.Field(field).Read, customer, read, field);
        }
        else if (CustomerFields.IsName(field))
        {
            Assert.Contains($"{FieldValues.Of(read, field)}", $"{customer.Name}", StringComparison.Ordinal);
        }
        else
        {
            FieldAssert.IsCleared(read, field, before: customer.Metadata);
        }
    }

    /// <summary>What only the provider sets is there when it is declared to be read, and absent when not.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.SetByProvider), MemberType = typeof(CustomerFields))]
    public async Task What_the_provider_sets_is_returned_as_declared(CustomerField field)
    {
        Support read = Capabilities.Field(field).Read;

        Customer customer = await ReadAsync(await AddAsync().ConfigureAwait(false)).ConfigureAwait(false);

        object? value = FieldValues.Of(customer, field);
        Assert.True(read == Support.Unknown || value is null == (read == Support.Unsupported), $"{field} is declared as {read}; it is {value ?? "absent"}.");
    }

    /// <summary>Text in any script, with quotes, line breaks and pairs of surrogates, comes back as it went.</summary>
    [Fact]
    public async Task Text_comes_back_letter_by_letter()
    {
        CustomerCreate text = new() { Name = Text, LastName = Text, Description = Text };
        CustomerField[] fields = [.. new[] { CustomerField.Name, CustomerField.LastName, CustomerField.Description }.Where(IsStored).Take(1)];
        CustomerCreate customer = NewCustomer().WithThoseOf(text, fields);

        Customer read = await ReadAsync(await AddAsync(customer).ConfigureAwait(false)).ConfigureAwait(false);

        Assert.All(fields, field => FieldAssert.IsReadAsDeclared(Capabilities.Field(field).Read, text, read, field));
    }

    private void CheckReturned(CustomerField field, CustomerCreate sample, Customer customer)
    {
        FieldSupport support = Capabilities.Field(field);
        if (field is CustomerField.FirstName or CustomerField.LastName && support.Create == Support.Emulated)
        {
            FieldAssert.IsPartOfName(support.Read, sample, customer, field);
        }
        else
        {
            FieldAssert.IsReadAsDeclared(support.Read, sample, customer, field);
        }
    }
}
