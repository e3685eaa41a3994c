using FsCheck;
using FsCheck.Fluent;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>Whatever happens to a create, in whatever order: at most one customer is stored, and what the caller is told is so.</summary>
public sealed class OutcomeTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace" };

    [Fact]
    public void No_schedule_of_failures_sends_after_a_success_was_seen_or_more_often_than_allowed_or_tells_what_is_not_so() => Prop.ForAll(
        Gen.Choose(0, FatefulProvider.Fates - 1).ListOf().Zip(Gen.Choose(1, 6)).ToArbitrary(),
        static input => Holds([.. input.Item1], input.Item2)).Check(Config.QuickThrowOnFailure.WithMaxTest(Replayed.Cases(1_500)).WithReplay(Replayed.Seed));

    [Fact]
    public async Task An_older_customer_with_the_key_is_a_conflict_even_after_a_lost_answer()
    {
        FatefulProvider provider = new([FatefulProvider.ResetBeforeCommit]);
        provider.Store("Charles Babbage", DateTimeOffset.UnixEpoch);
        using ScriptedClient scripted = new(provider.AnswerAsync);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() => scripted.Client.CreateAsync(Ada));

        conflict.ExistingId.ShouldBe("cust_1");
    }

    [Fact]
    public async Task A_new_customer_with_other_fields_leaves_the_outcome_open_and_is_told()
    {
        FatefulProvider provider = new([FatefulProvider.ResetBeforeCommit]);
        provider.Store("Charles Babbage", TimeProvider.System.GetUtcNow());
        using ScriptedClient scripted = new(provider.AnswerAsync);

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => scripted.Client.CreateAsync(Ada));

        open.Found!.Name.ShouldBe("Charles Babbage");
        open.InnerException.ShouldBeOfType<BillingConnectionException>();
        open.OutcomeUnknown.ShouldBeTrue();
    }

    private static bool Holds(int[] fates, int maxAttempts)
    {
        FatefulProvider provider = new(fates);
        using ScriptedClient scripted = new(provider.AnswerAsync, options => options.MaxAttempts = maxAttempts);
        Told told = Create(scripted.Client);
        return provider.Creates <= maxAttempts
            && provider.SentAfterSuccess == 0
            && told switch
            {
                Told.Created => provider.IsStored,
                Told.Failed => !provider.IsStored,
                _ => true,
            };
    }

    // The network is a function that completes at once, so there is nothing to wait for.
    private static Told Create(ICustomerClient client)
    {
        Task<Customer> create = client.CreateAsync(Ada);
        ((IAsyncResult)create).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(20)).ShouldBeTrue("The create has not ended.");
        return create.IsCompletedSuccessfully ? Told.Created
            : create.Exception!.InnerException is AmbiguousOutcomeException ? Told.Unknown
            : Told.Failed;
    }

    private enum Told
    {
        Created,
        Failed,
        Unknown,
    }
}
