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
}
