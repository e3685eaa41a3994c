using Xunit;

namespace BillingClients.Conformance;

/// <summary>What no provider could accept is refused before a request is sent, with the property's name and without its value.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class ValidationConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    private const string HalfACharacter = "Ada\ud83d";

    /// <summary>A create without a required field is refused; without any other, the provider decides.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [MemberData(nameof(CustomerFields.Writable), MemberType = typeof(CustomerFields))]
    public async Task A_required_field_is_asked_for(CustomerField field)
    {
        CustomerCreate without = NewCustomer().With(field, FieldValues.Nothing);
        if (field == CustomerField.Name)
        {
            without = without with { FirstName = null, LastName = null };
        }

        if (!Capabilities.RequiredFields.Contains(field))
        {
            await LeftToProviderAsync(() => AddAsync(without)).ConfigureAwait(false);
            return;
        }

        BillingValidationException refusal = await RefusedAsync<BillingValidationException>(() => AddAsync(without)).ConfigureAwait(false);
        Assert.Contains(field.ToString(), refusal.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.Errors, error => error.Field == field.ToString());
    }

    /// <summary>A period that ends before it begins is refused, not answered with an empty list.</summary>
    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused()
    {
        DateTimeOffset from = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        CustomerListRequest request = new() { CreatedFrom = from, CreatedTo = from.AddTicks(-1) };

        BillingException refusal = await RefusedAnyAsync(() => Client.ListPageAsync(request, cancellationToken: Cancellation)).ConfigureAwait(false);

        bool canFilter = Capabilities.Filters is { CreatedFrom: not Support.Unsupported, CreatedTo: not Support.Unsupported };
        Assert.Equal(canFilter ? typeof(BillingValidationException) : typeof(UnsupportedCapabilityException), refusal.GetType());
    }

    /// <summary>An empty text, and a text with half of a surrogate pair, are refused in every property.</summary>
    /// <param name="field">The field.</param>
    [Theory]
    [InlineData(CustomerField.ExternalId)]
    [InlineData(CustomerField.Name)]
    [InlineData(CustomerField.FirstName)]
    [InlineData(CustomerField.LastName)]
    [InlineData(CustomerField.Email)]
    [InlineData(CustomerField.Phone)]
    [InlineData(CustomerField.Description)]
    [InlineData(CustomerField.BillingAddress)]
    [InlineData(CustomerField.ShippingAddress)]
    public async Task A_text_that_cannot_be_sent_is_refused(CustomerField field)
    {
        foreach (string text in new[] { "", HalfACharacter })
        {
            CustomerCreate bad = With(text);
            CustomerUpdate badUpdate = new CustomerUpdate().With(field, bad);
            BillingException refusal = await RefusedAnyAsync(() => AddAsync(NewCustomer().With(field, bad))).ConfigureAwait(false);
            BillingException updateRefusal = await RefusedAnyAsync(() =>
                Client.UpdateAsync(Key, badUpdate, cancellationToken: Cancellation)).ConfigureAwait(false);

            Assert.True(refusal is BillingValidationException || Capabilities.Field(field).Create == Support.Unsupported, $"{refusal}");
            Assert.True(updateRefusal is BillingValidationException || Capabilities.Field(field).Update == Support.Unsupported, $"{updateRefusal}");
        }
    }

    /// <summary>An e-mail address has a name, an @ and a host, and no blanks.</summary>
    /// <param name="email">What is none.</param>
    [Theory]
    [InlineData("ada")]
    [InlineData("@example.com")]
    [InlineData("ada@")]
    [InlineData("ada lovelace@example.com")]
    public async Task What_is_no_email_address_is_refused(string email)
    {
        BillingException refusal = await RefusedAnyAsync(() => AddAsync(NewCustomer() with { Email = email })).ConfigureAwait(false);

        Assert.True(refusal is BillingValidationException || !IsStored(CustomerField.Email), $"{refusal}");
        Assert.DoesNotContain(email, refusal.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A page has at least one customer, and a page token is a text.</summary>
    [Fact]
    public async Task A_list_that_cannot_be_asked_for_is_refused()
    {
        CustomerListRequest[] bad = [new() { PageSize = 0 }, new() { PageSize = -1 }, new() { PageToken = "" }, new() { PageToken = HalfACharacter }];
        foreach (CustomerListRequest request in bad)
        {
            BillingException refusal = await RefusedAnyAsync(() => Client.ListPageAsync(request, cancellationToken: Cancellation)).ConfigureAwait(false);
            Assert.True(refusal is BillingValidationException || Capabilities.List == Support.Unsupported, $"{refusal}");
        }
    }

    /// <summary>A token that the provider never gave is refused by the client or by the provider; it does not break the client.</summary>
    [Fact]
    public async Task A_page_token_of_nobody_breaks_nothing()
    {
        Exception? failure = await Record.ExceptionAsync(() =>
            Client.ListPageAsync(new CustomerListRequest { PageToken = "no token\u00e9/?&" }, cancellationToken: Cancellation)).ConfigureAwait(false);

        Assert.True(failure is null or BillingValidationException or UnsupportedCapabilityException or BillingNotFoundException, $"{failure}");
    }

    /// <summary>Settings of a call that cannot be used are refused, and a key or a header's value is not shown.</summary>
    [Fact]
    public async Task Settings_that_cannot_be_used_are_refused()
    {
        CallOptions[] bad =
        [
            new() { Timeout = TimeSpan.Zero },
            new() { ApiKey = "canary\r\nkey" },
            new() { ApiKey = " " },
            new() { IdempotencyKey = "two words" },
            new() { IdempotencyKey = "" },
            new() { Headers = new Dictionary<string, string> { ["Authorization"] = "canary" } },
            new() { Headers = new Dictionary<string, string> { ["X-Trace"] = "canary\r\nX-Other: 1" } },
        ];
        foreach (CallOptions options in bad)
        {
            BillingValidationException refusal = await RefusedAsync<BillingValidationException>(() =>
                Client.CreateAsync(NewCustomer(), options, Cancellation)).ConfigureAwait(false);
            Assert.DoesNotContain("canary", refusal.ToString(), StringComparison.Ordinal);
        }
    }

    /// <summary><c>Check</c> lists all problems for which the create is refused, and sends nothing.</summary>
    [Fact]
    public async Task Check_says_what_a_create_is_refused_with()
    {
        Assert.Empty(Client.Check(NewCustomer()));
        CustomerCreate bad = With("");
        CallOptions options = new() { Timeout = TimeSpan.Zero };

        IReadOnlyList<FieldError> problems = Client.Check(bad, options);

        BillingValidationException refusal = await RefusedAsync<BillingValidationException>(() =>
            Client.CreateAsync(bad, options, Cancellation)).ConfigureAwait(false);
        Assert.Equal(problems, refusal.Errors);
        Assert.Equal("CallOptions.Timeout", problems[0].Field);
        Assert.All(Capabilities.RequiredFields, field => Assert.Contains(problems, problem => problem.Field == field.ToString()));
        Assert.Equal(problems.Count, problems.Select(static problem => problem.Field).Distinct().Count());
    }

    /// <summary>What must be given cannot be null.</summary>
    [Fact]
    public async Task Null_is_an_ArgumentNullException()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client.CreateAsync(null!, cancellationToken: Cancellation)).ConfigureAwait(false);
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client.UpdateAsync(Key, null!, cancellationToken: Cancellation)).ConfigureAwait(false);
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client.ListPageAsync(null!, cancellationToken: Cancellation)).ConfigureAwait(false);
        Assert.Throws<ArgumentNullException>(() => Client.GetService(null!));
        Assert.Throws<ArgumentNullException>(() => Client.Check((CustomerCreate)null!));
    }

    private CustomerKey Key => Harness.MissingKey(Works(Capabilities.Update.ById, "Update.ById") ? CustomerKeyKind.Id : CustomerKeyKind.ExternalId);

    private static CustomerCreate With(string text) => new()
    {
        ExternalId = text,
        Name = text,
        FirstName = text,
        LastName = text,
        Email = text,
        Phone = text,
        Description = text,
        BillingAddress = new Address { Line1 = text },
        ShippingAddress = new Address { City = text },
    };

    private async Task<BillingException> RefusedAnyAsync(Func<Task> call)
    {
        int? before = Harness.RequestCount;
        BillingException refusal = await Assert.ThrowsAnyAsync<BillingException>(call).ConfigureAwait(false);
        Assert.Equal(before, Harness.RequestCount);
        return refusal;
    }
}
