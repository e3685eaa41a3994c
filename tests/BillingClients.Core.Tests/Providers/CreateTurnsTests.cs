using BillingClients.Providers;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Core.Tests.Providers;

/// <summary>Creates of one key run one after the other, and what they made is remembered until its age tells it.</summary>
public sealed class CreateTurnsTests
{
    private readonly CreateTurns _turns = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
    public async Task When_all_have_ended_or_given_up_nothing_is_kept_of_a_key()
    {
        using CancellationTokenSource gaveUp = new();
        CreateTurn[] turns = [.. Enumerable.Range(0, 3).Select(_ => _turns.Join("ada@example.com", TakenKeyEffect.ChangesExisting)), _turns.Join("grace@example.com", TakenKeyEffect.ChangesExisting)];
        await turns[0].WaitAsync(Token);
        Task[] waiting = [.. turns[1..3].Select(turn => turn.WaitAsync(gaveUp.Token).AsTask())];
        int inUse = _turns.KeysInUse;
        gaveUp.Cancel();
        foreach (Task turn in waiting)
        {
            await Should.ThrowAsync<OperationCanceledException>(() => turn);
        }

        foreach (CreateTurn turn in turns)
        {
            turn.Dispose();
        }

        inUse.ShouldBe(2);
        _turns.KeysInUse.ShouldBe(0);
    }
}
