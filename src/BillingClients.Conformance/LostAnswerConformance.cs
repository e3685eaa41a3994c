using Xunit;

namespace BillingClients.Conformance;

/// <summary>
/// A write whose answer is lost happens once, and the caller learns correctly whether it was done, was not done, or is unknown. For a client whose provider can
/// be made to lose answers (<see cref="CustomerClientHarness.LoseNextAnswer"/>).
/// </summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class LostAnswerConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    // A client that does not find a customer may look for it until its time is up.
    private static readonly CallOptions Hurried = new() { Timeout = TimeSpan.FromSeconds(2) };

    /// <summary>A create ends as one customer, or as an error that says the outcome is unknown, or as an error and no customer.</summary>
    /// <param name="how">How its answer is lost.</param>
    /// <param name="retries">Whether the client may try again.</param>
    [Theory]
    [MemberData(nameof(LostAnswers.All), MemberType = typeof(LostAnswers))]
    public Task A_create_happens_once_and_its_outcome_is_reported_correctly(LostAnswer how, bool retries) =>
        CreateAsync(NewCustomer(), retries, () => Harness.LoseNextAnswer(how));

    /// <summary>The same for a customer without a unique key, which cannot be told apart from another one.</summary>
    /// <param name="how">How its answer is lost.</param>
    /// <param name="retries">Whether the client may try again.</param>
    [Theory]
    [MemberData(nameof(LostAnswers.All), MemberType = typeof(LostAnswers))]
    public Task A_create_without_a_unique_key_happens_once_and_its_outcome_is_reported_correctly(LostAnswer how, bool retries) =>
        KeyField is { } key && !Capabilities.RequiredFields.Contains(key)
            ? CreateAsync(NewCustomer().With(key, FieldValues.Nothing), retries, () => Harness.LoseNextAnswer(how))
            : Task.CompletedTask;

    /// <summary>A customer that was stored is found by its unique key and returned, even if no attempt is left.</summary>
    /// <param name="how">How its answer is lost.</param>
    /// <param name="retries">Whether the client may try again.</param>
    [Theory]
    [MemberData(nameof(LostAnswers.All), MemberType = typeof(LostAnswers))]
    public async Task A_create_that_was_stored_is_returned(LostAnswer how, bool retries)
    {
        if (how == LostAnswer.BeforeCommit || KeyField is null)
        {
            return;
        }

        Exception? failure = await CreateAsync(NewCustomer(), retries, () => Harness.LoseNextAnswer(how)).ConfigureAwait(false);

        Assert.Null(failure);
    }

    /// <summary>After a lost answer, a look-up may not show the customer yet: for a moment, or for as long as the call lasts.</summary>
    /// <param name="how">How the answer is lost.</param>
    /// <param name="reads">How many reads do not show the customer.</param>
    [Theory]
    [InlineData(LostAnswer.AfterCommit, 1)]
    [InlineData(LostAnswer.AfterCommit, 2)]
    [InlineData(LostAnswer.AfterCommit, 100)]
    [InlineData(LostAnswer.GatewayErrorAfterCommit, 100)]
    public async Task A_look_up_that_lags_causes_no_second_customer_and_no_false_report(LostAnswer how, int reads)
    {
        CustomerCreate customer = NewCustomer();
        bool canHide = false;

        Exception? failure = await CreateAsync(customer, retries: true, () => Harness.LoseNextAnswer(how), () =>
            canHide = Harness.HideCustomers(reads)).ConfigureAwait(false);

        Assert.True(
            !canHide || reads == 1 || failure is null or AmbiguousOutcomeException,
            $"The customer is stored and the look-ups did not show it, but the failure is: {failure}");
    }

    /// <summary>A look-up that a gateway answers says nothing about the customer.</summary>
    /// <param name="how">How the answer is lost.</param>
    /// <param name="retries">Whether the client may try again.</param>
    [Theory]
    [MemberData(nameof(LostAnswers.All), MemberType = typeof(LostAnswers))]
    public Task A_gateway_page_in_between_settles_nothing(LostAnswer how, bool retries) =>
        CreateAsync(NewCustomer(), retries, () => Harness.LoseNextAnswer(how), () => Harness.AnswerWithGatewayPage(toWrite: false));

    /// <summary>An update whose answer is lost succeeds only if it was done, and is reported as not done only if it was not.</summary>
    /// <param name="how">How its answer is lost.</param>
    /// <param name="retries">Whether the client may try again.</param>
    [Theory]
    [MemberData(nameof(LostAnswers.All), MemberType = typeof(LostAnswers))]
    public async Task The_outcome_of_an_update_is_reported_correctly(LostAnswer how, bool retries)
    {
        Customer customer = await AddAsync().ConfigureAwait(false);
        Customer before = await ReadAsync(customer).ConfigureAwait(false);
        if (!CanChange.Any() || !Harness.LoseNextAnswer(how))
        {
            return;
        }

        CustomerField field = CanChange.First();
        CustomerCreate sample = Harness.NextSample();
        Exception? failure = await RunAsync(retries, client => client.UpdateAsync(
            KeyFor(customer, Capabilities.Update, "Update"), new CustomerUpdate().With(field, sample), cancellationToken: Cancellation)).ConfigureAwait(false);

        Customer left = await ReadAsync(customer).ConfigureAwait(false);
        if (failure is null)
        {
            FieldAssert.IsReadAsDeclared(Capabilities.Field(field).Read, sample, left, field);
        }
        else if (!Assert.IsAssignableFrom<BillingException>(failure).OutcomeUnknown)
        {
            FieldAssert.IsUnchanged(before, left);
        }
    }

    /// <summary>A delete whose answer is lost succeeds only if the customer is gone, and is reported as not done only if the customer is there.</summary>
    /// <param name="how">How its answer is lost.</param>
    /// <param name="retries">Whether the client may try again.</param>
    [Theory]
    [MemberData(nameof(LostAnswers.All), MemberType = typeof(LostAnswers))]
    public Task The_outcome_of_a_delete_is_reported_correctly(LostAnswer how, bool retries) => DeleteAsync(how, retries, gatewayPage: false);

    /// <summary>A gateway that answers "not found" to the second attempt does not say that the first one worked.</summary>
    /// <param name="how">How the answer of the first attempt is lost.</param>
    [Theory]
    [InlineData(LostAnswer.BeforeCommit)]
    [InlineData(LostAnswer.GatewayErrorAfterCommit)]
    public Task The_outcome_of_a_delete_that_meets_a_gateway_page_is_reported_correctly(LostAnswer how) => DeleteAsync(how, retries: true, gatewayPage: true);

    private CustomerField? KeyField => Capabilities.UniqueKey switch
    {
        UniqueKey.ExternalId => CustomerField.ExternalId,
        UniqueKey.Email => CustomerField.Email,
        _ => null,
    };

    /// <summary>Creates a customer, and compares the outcome with what is stored. Returns the failure; null for none, or if no answer can be lost.</summary>
    private async Task<Exception?> CreateAsync(CustomerCreate customer, bool retries, Func<bool> lose, Action? then = null)
    {
        if (!lose())
        {
            return null;
        }

        then?.Invoke();
        Customer? created = null;
        Exception? failure = await RunAsync(retries, async client =>
            created = await client.CreateAsync(customer, Hurried, Cancellation).ConfigureAwait(false)).ConfigureAwait(false);

        int stored = Harness.CustomerCount ?? (created is null ? 0 : 1);
        Assert.InRange(stored, 0, 1);
        Assert.True(created is null || stored == 1, "The create succeeded, but the customer is not stored.");
        Assert.True(
            created is not null || failure is AmbiguousOutcomeException || stored == 0,
            $"The customer is stored, but the failure says that it was not created: {failure}");
        Assert.True(failure is null or BillingException, $"The failure is not a BillingException: {failure}");
        return failure;
    }

    private async Task DeleteAsync(LostAnswer how, bool retries, bool gatewayPage)
    {
        Customer customer = await AddAsync().ConfigureAwait(false);
        if (Capabilities.Delete == default || !Harness.LoseNextAnswer(how) || (gatewayPage && !Harness.AnswerWithGatewayPage(toWrite: true)))
        {
            return;
        }

        Exception? failure = await RunAsync(retries, client =>
            client.DeleteAsync(KeyFor(customer, Capabilities.Delete, "Delete"), cancellationToken: Cancellation)).ConfigureAwait(false);

        bool isGone = await IsGoneAsync(customer).ConfigureAwait(false);
        Assert.True(failure is not null || isGone, "The delete succeeded, but the customer is still there.");
        Assert.True(
            failure is null or BillingException { OutcomeUnknown: true } || !isGone,
            $"The customer is gone, but the failure says that it was not deleted: {failure}");
        Assert.True(failure is null or BillingException, $"The failure is not a BillingException: {failure}");
    }

    private async Task<bool> IsGoneAsync(Customer customer)
    {
        Customer? left = await Client.FindAsync(KeyFor(customer, Capabilities.Get, "Get"), cancellationToken: Cancellation).ConfigureAwait(false);
        return left is null || left.Status == CustomerStatus.Archived;
    }

    private async Task<Exception?> RunAsync(bool retries, Func<ICustomerClient, Task> call)
    {
        ICustomerClient client = (retries ? null : Harness.CreateClientWithoutRetries()) ?? Client;
        Exception? failure = await Record.ExceptionAsync(() => call(client)).ConfigureAwait(false);
        if (client != Client)
        {
            (client as IDisposable)?.Dispose();
        }

        return failure;
    }
}
