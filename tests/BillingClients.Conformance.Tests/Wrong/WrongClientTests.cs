using BillingClients.Testing;
using Xunit.Sdk;

namespace BillingClients.Conformance.Tests;

/// <summary>The suite finds what is wrong: for each wrong client, a test that fails because of it.</summary>
/// <remarks>Each test runs one test of the suite against one wrong client. That it passes for a right one is what the other files here show.</remarks>
public class WrongClientTests
{
    [Fact]
    public Task A_dropped_field_is_found() =>
        FindsAsync(new Field<DropsPhone>(), suite => suite.A_field_is_stored_and_returned_as_declared(CustomerField.Phone));

    [Fact]
    public Task A_dropped_field_is_found_among_all_fields() => FindsAsync(new Field<DropsPhone>(), suite => suite.All_fields_are_stored_together());

    [Fact]
    public Task A_field_that_is_held_and_not_declared_is_found() =>
        FindsAsync(new Field<HidesWhatItCanDo>(), suite => suite.A_field_is_stored_and_returned_as_declared(CustomerField.Phone));

    [Fact]
    public Task An_existing_customer_returned_as_created_is_found() =>
        FindsAsync(new TakenKey<ReturnsTheExisting>(), suite => suite.A_create_does_what_is_declared());

    [Fact]
    public Task An_existing_customer_returned_as_created_to_many_is_found() =>
        FindsAsync(
            new TakenKey<ReturnsTheExisting>(), suite => suite.Of_creates_at_the_same_time_one_is_told_as_created_where_the_key_has_one_customer());

    [Fact]
    public Task An_existing_customer_that_a_refused_create_changed_is_found() =>
        FindsAsync(new TakenKey<ChangesTheExisting>(), suite => suite.A_create_does_what_is_declared());

    [Fact]
    public Task A_refused_create_that_is_stored_is_found() =>
        FindsAsync(
            new TakenKey<StoresWhatItRefuses>(), suite => suite.Of_creates_at_the_same_time_one_is_told_as_created_where_the_key_has_one_customer());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_lost_create_that_happens_twice_is_found(bool retries) =>
        FindsAsync(new Lost<SendsAgain>(), suite => suite.A_create_happens_once_and_its_outcome_is_reported_correctly(LostAnswer.AfterCommit, retries));

    [Fact]
    public Task A_lost_create_that_is_told_as_not_created_is_found() =>
        FindsAsync(
            new Lost<SaysNotDone>(),
            suite => suite.A_create_happens_once_and_its_outcome_is_reported_correctly(LostAnswer.GatewayErrorAfterCommit, retries: true));

    [Fact]
    public Task A_lost_create_that_is_told_as_not_created_while_a_look_up_lags_is_found() =>
        FindsAsync(new Lost<SaysNotDone>(), suite => suite.A_look_up_that_lags_causes_no_second_customer_and_no_false_report(LostAnswer.AfterCommit, reads: 2));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_lost_create_without_a_unique_key_that_is_told_as_not_created_is_found(bool retries) =>
        FindsAsync(
            new Lost<SaysNotDone>(),
            suite => suite.A_create_without_a_unique_key_happens_once_and_its_outcome_is_reported_correctly(LostAnswer.AfterCommit, retries));

    [Fact]
    public Task A_gateway_page_that_is_told_as_not_created_is_found() =>
        FindsAsync(new Lost<SaysNotDone>(), suite => suite.A_gateway_page_in_between_settles_nothing(LostAnswer.AfterCommit, retries: true));

    [Fact]
    public Task A_stored_create_that_is_not_returned_is_found() =>
        FindsAsync(new Lost<SaysUnknown>(), suite => suite.A_create_that_was_stored_is_returned(LostAnswer.AfterCommit, retries: true));

    [Fact]
    public Task A_lost_update_that_is_told_as_not_done_is_found() =>
        FindsAsync(new Lost<SaysNotDone>(), suite => suite.The_outcome_of_an_update_is_reported_correctly(LostAnswer.AfterCommit, retries: true));

    [Fact]
    public Task A_lost_delete_that_is_told_as_not_done_is_found() =>
        FindsAsync(new Lost<SaysNotDone>(), suite => suite.The_outcome_of_a_delete_is_reported_correctly(LostAnswer.AfterCommit, retries: true));

    [Fact]
    public Task A_delete_that_a_gateway_page_made_a_success_is_found() =>
        FindsAsync(new Lost<DeletesNothing>(), suite => suite.The_outcome_of_a_delete_that_meets_a_gateway_page_is_reported_correctly(LostAnswer.BeforeCommit));

    [Fact]
    public Task A_changed_declaration_is_found() => FindsAsync(new Capability<LearnsWhatItCanDo>(), suite => suite.The_declaration_stays_the_same());

    [Fact]
    public Task Changed_text_is_found() => FindsAsync(new Field<ChangesText>(), suite => suite.Text_comes_back_letter_by_letter());

    [Theory]
    [InlineData(CustomerKeyKind.Id)]
    [InlineData(CustomerKeyKind.ExternalId)]
    public Task An_update_that_does_nothing_is_found(CustomerKeyKind kind) =>
        FindsAsync(new Update<UpdatesNothing>(), suite => suite.Update_addresses_by_the_kinds_of_keys_that_are_declared(kind));

    [Fact]
    public Task Several_changes_that_are_not_made_are_found() => FindsAsync(new Update<UpdatesNothing>(), suite => suite.Several_fields_change_at_once());

    [Fact]
    public Task Metadata_that_an_update_adds_is_found() =>
        FindsAsync(new FieldUpdate<AddsMetadata>(), suite => suite.A_field_is_changed_as_declared(CustomerField.Email));

    [Fact]
    public Task An_update_to_a_taken_key_that_succeeds_is_found() =>
        FindsAsync(new Error<LeavesATakenKey>(), suite => suite.An_update_to_a_unique_key_that_is_taken_is_refused());

    [Fact]
    public Task A_refusal_of_a_key_that_customers_share_is_found() =>
        FindsAsync(new SharedKeyError(), suite => suite.An_update_to_a_unique_key_that_is_taken_is_refused());

    [Fact]
    public Task A_page_of_another_size_is_found() => FindsAsync(new List<ListsFewer>(), suite => suite.A_page_has_the_declared_size_when_none_is_given());

    [Fact]
    public Task An_ignored_filter_is_found() => FindsAsync(new Filter<IgnoresTheEmailFilter>(), suite => suite.Email_shows_the_customer_with_that_address());

    [Fact]
    public Task Paging_that_never_ends_is_found() => FindsAsync(new List<NeverEnds>(), suite => suite.Paging_meets_every_customer_once());

    [Fact]
    public Task Paging_that_starts_over_is_found() => FindsAsync(new List<StartsOver>(), suite => suite.Paging_meets_every_customer_once());

    [Fact]
    public Task Listing_that_starts_over_is_found() => FindsAsync(new List<StartsOver>(), suite => suite.ListAsync_meets_every_customer_once());

    [Fact]
    public Task Cancellation_that_is_swallowed_before_a_call_is_found() =>
        FindsAsync(new Cancellation<SwallowsCancellation>(), suite => suite.Cancelled_before_a_call_sends_nothing(OperationKind.Get));

    [Fact]
    public Task Cancellation_that_is_swallowed_during_a_call_is_found() =>
        FindsAsync(new Cancellation<SwallowsCancellation>(), suite => suite.Cancelled_during_a_call_ends_it(OperationKind.Get));

    [Fact]
    public Task A_request_before_a_refusal_is_found() =>
        FindsAsync(new Key<SendsBeforeItRefuses>(), suite => suite.A_bad_key_is_refused_before_sending("two dots"));

    [Fact]
    public Task An_update_that_changes_more_is_found() =>
        FindsAsync(new FieldUpdate<ReplacesOnUpdate>(), suite => suite.A_field_is_changed_as_declared(CustomerField.Email));

    [Fact]
    public Task Personal_data_in_a_message_is_found() => FindsAsync(new Privacy<ShowsTheEmail>(), suite => suite.Failures_print_nothing_personal());

    [Fact]
    public Task A_client_that_lives_on_is_found() => FindsAsync(new Disposal<LivesOn>(), suite => suite.A_disposed_client_says_so(OperationKind.Create));

    [Fact]
    public Task Null_for_nobody_is_found() =>
        FindsAsync(new Error<FindsNobodyAsNull>(), suite => suite.Nobody_is_not_found(OperationKind.Get, CustomerKeyKind.Id));

    private static async Task FindsAsync<TSuite>(TSuite suite, Func<TSuite, Task> test)
        where TSuite : IAsyncLifetime
    {
        await suite.InitializeAsync();
        await using (suite)
        {
            Exception? found = await Record.ExceptionAsync(() => test(suite));
            found.ShouldNotBeNull("The test should fail by an assertion; instead it passed.");
            (found is XunitException).ShouldBeTrue($"The test should fail by an assertion; instead: {found}");
        }
    }

    private sealed class Cancellation<TClient> : CancellationConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class SharedKeyError : ErrorConformance<SharedKeyHarness>;

    private sealed class SharedKeyHarness() : InMemoryHarness(FakeProviders.Careless)
    {
        protected override ICustomerClient Wrap(FakeCustomerClient client) => new RefusesUpdates(client);
    }

    private sealed class Capability<TClient> : CapabilityConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class Disposal<TClient> : DisposalConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class Error<TClient> : ErrorConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class Field<TClient> : FieldConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class FieldUpdate<TClient> : FieldUpdateConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class Filter<TClient> : FilterConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class Key<TClient> : KeyConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class List<TClient> : ListConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class Lost<TClient> : LostAnswerConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class Privacy<TClient> : PrivacyConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class TakenKey<TClient> : TakenKeyConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;

    private sealed class Update<TClient> : UpdateConformance<WrongHarness<TClient>>
        where TClient : DelegatingCustomerClient;
}
