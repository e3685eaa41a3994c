using BillingClients.Providers;

namespace BillingClients.Core.Tests.Pipeline;

public sealed class RetryBudgetsTests
{
    [Fact]
    public void Each_tenant_has_a_budget_of_its_own()
    {
        RetryBudgets budgets = new();
        Enumerable.Range(0, 3).Count(_ => budgets.TrySpend("sk_a", 2)).ShouldBe(2);

        budgets.TrySpend("sk_b", 2).ShouldBeTrue();
        budgets.TrySpend(apiKey: null, 2).ShouldBeTrue();
    }

    [Fact]
    public void A_success_refunds_the_budget_of_its_key()
    {
        RetryBudgets budgets = new();
        budgets.TrySpend("sk_a", 1).ShouldBeTrue();
        for (int i = 0; i < 5; i++)
        {
            budgets.Refund("sk_b");
            budgets.Refund(apiKey: null);
        }

        budgets.TrySpend("sk_a", 1).ShouldBeFalse();
        for (int i = 0; i < 5; i++)
        {
            budgets.Refund("sk_a");
        }

        budgets.TrySpend("sk_a", 1).ShouldBeTrue();
    }

    [Fact]
    public void A_budget_that_is_whole_again_is_forgotten()
    {
        RetryBudgets budgets = new();
        budgets.TrySpend("sk_a", 1);
        budgets.TrySpend("sk_b", 1);
        Refund(budgets, "sk_a", 4);
        budgets.Tenants.ShouldBe(2);

        budgets.Refund("sk_a");

        budgets.Tenants.ShouldBe(1);
        budgets.TrySpend("sk_b", 1).ShouldBeFalse();
    }

    [Fact]
    public void Where_there_are_no_retries_nothing_is_kept()
    {
        RetryBudgets budgets = new();

        budgets.TrySpend("sk_a", 0).ShouldBeFalse();

        budgets.Tenants.ShouldBe(0);
    }

    [Fact]
    public void No_retry_that_is_spent_while_a_budget_is_forgotten_is_lost()
    {
        const int Callers = 2;
        RetryBudgets budgets = new();
        Parallel.For(0, Callers, new ParallelOptions { MaxDegreeOfParallelism = Callers }, _ =>
        {
            for (int call = 0; call < 100_000; call++)
            {
                budgets.TrySpend("sk_a", int.MaxValue);
                Refund(budgets, "sk_a", 5);
            }

            budgets.TrySpend("sk_a", int.MaxValue);
        });

        Refund(budgets, "sk_a", (5 * Callers) - 1);
        budgets.Tenants.ShouldBe(1);
        Refund(budgets, "sk_a", 1);
        budgets.Tenants.ShouldBe(0);
    }

    private static void Refund(RetryBudgets budgets, string apiKey, int successes)
    {
        for (int i = 0; i < successes; i++)
        {
            budgets.Refund(apiKey);
        }
    }
}
