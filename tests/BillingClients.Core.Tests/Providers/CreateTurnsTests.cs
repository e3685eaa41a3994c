using BillingClients.Providers;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Core.Tests.Providers;

/// <summary>Creates of one key run one after the other, and what they made is remembered until its age tells it.</summary>
public sealed class CreateTurnsTests : IDisposable
{
    private static readonly ProviderDescriptor Own = new("own", "Own", new CustomerCapabilities());

    private readonly FakeTimeProvider _clock = new();
    private readonly ProviderAccount _account;
    private readonly CreateTurns _turns;

    public CreateTurnsTests()
    {
        _account = ProviderAccount.Create(Own, new ApiKeyHeader("Authorization", ""), new OwnOptions { ApiKey = "key" }, timeProvider: _clock);
        _turns = new CreateTurns(_account);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_turn_comes_when_the_one_before_has_ended()
    {
        CreateTurn first = _turns.Join("ada@example.com", TakenKeyEffect.ChangesExisting);
        using CreateTurn second = _turns.Join("ADA@example.com", TakenKeyEffect.ChangesExisting);
        await first.WaitAsync(Token);

        Task waiting = second.WaitAsync(Token).AsTask();
        bool waits = !waiting.IsCompleted;
        first.Dispose();
        await waiting;

        waits.ShouldBeTrue();
    }

    [Fact]
    public async Task A_turn_that_has_come_is_not_waited_for_again()
    {
        using CreateTurn turn = _turns.Join("ada@example.com", TakenKeyEffect.ChangesExisting);
        await turn.WaitAsync(Token);

        turn.WaitAsync(Token).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_turn_that_gives_up_blocks_nobody_and_lets_nobody_in_early()
    {
        CreateTurn first = _turns.Join("ada@example.com", TakenKeyEffect.ChangesExisting);
        CreateTurn second = _turns.Join("ada@example.com", TakenKeyEffect.ChangesExisting);
        using CreateTurn third = _turns.Join("ada@example.com", TakenKeyEffect.ChangesExisting);
        await first.WaitAsync(Token);
        using CancellationTokenSource gaveUp = new();
        Task waiting = second.WaitAsync(gaveUp.Token).AsTask();
        gaveUp.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        second.Dispose();

        Task next = third.WaitAsync(Token).AsTask();
        bool waits = !next.IsCompleted;
        first.Dispose();
        await next;

        waits.ShouldBeTrue();
    }

    [Fact]
    public void A_created_id_is_remembered_until_its_age_identifies_it()
    {
        using CreateTurn turn = _turns.Join("ada@example.com", TakenKeyEffect.ChangesExisting);
        turn.TryRemember("1").ShouldBeTrue();
        _clock.Advance(TimeSpan.FromMinutes(5));
        turn.TryRemember("1").ShouldBeFalse();

        _clock.Advance(TimeSpan.FromHours(1));

        turn.TryRemember("1").ShouldBeTrue();
    }
}
