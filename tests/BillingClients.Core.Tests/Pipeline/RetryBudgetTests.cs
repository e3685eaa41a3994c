using BillingClients.Providers;

namespace BillingClients.Core.Tests.Pipeline;

public sealed class RetryBudgetTests
{
    [Fact]
    public void A_budget_of_three_allows_three_retries_and_five_successes_buy_one_more()
    {
        RetryBudget budget = new();

        Enumerable.Range(0, 5).Count(_ => budget.TrySpend(3)).ShouldBe(3);
        for (int i = 0; i < 5; i++)
        {
            budget.TrySpend(3).ShouldBeFalse();
            budget.Refund();
        }

        budget.TrySpend(3).ShouldBeTrue();
    }

    [Fact]
    public void No_budget_means_no_retries() => new RetryBudget().TrySpend(0).ShouldBeFalse();

    [Fact]
    public void Successes_do_not_pile_up()
    {
        RetryBudget budget = new();
        for (int i = 0; i < 100; i++)
        {
            budget.Refund();
        }

        Enumerable.Range(0, 10).Count(_ => budget.TrySpend(2)).ShouldBe(2);
    }

    [Fact]
    public void Concurrent_calls_share_it_exactly()
    {
        RetryBudget budget = new();
        int spent = 0;

        Parallel.For(0, 10_000, _ =>
        {
            if (budget.TrySpend(500))
            {
                Interlocked.Increment(ref spent);
            }
        });

        spent.ShouldBe(500);
    }
}
