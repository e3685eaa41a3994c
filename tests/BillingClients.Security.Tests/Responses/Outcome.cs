using BillingClients.Security.Tests.Fixtures;

namespace BillingClients.Security.Tests.Responses;

/// <summary>How a call ended: with a result that holds together, or with a <see cref="BillingException"/>. Anything else fails the test.</summary>
internal static class Outcome
{
    /// <summary>The exception that a call ended with; null when it ended with a result.</summary>
    public static async Task<BillingException?> OfAsync(Func<Task> call, string provider, Func<string> describe)
    {
        try
        {
            Task task = call();
            await task;
            Check(task, provider, describe);
            return null;
        }
        catch (BillingException failure)
        {
            Require(failure.Provider == provider && !string.IsNullOrWhiteSpace(failure.Message), "an exception that does not say whose it is", describe);
            Require(!Unprintable.IsIn(failure.Message), "an exception whose message has more than one line, or characters that cannot be seen", describe);
            return failure;
        }
        catch (Exception leaked) when (leaked is not ShouldAssertException)
        {
            throw new ShouldAssertException($"{describe()}: ended with {leaked.GetType().Name}, which is no BillingException", leaked);
        }
    }

    private static void Check(Task task, string provider, Func<string> describe)
    {
        switch (task)
        {
            case Task<Customer> got:
                Require(IsWhole(got.Result, provider), "a customer that does not hold together", describe);
                break;
            case Task<CustomerPage> got:
                Require(got.Result.Items.All(customer => IsWhole(customer, provider)) && got.Result.NextPageToken != "", "a page that does not hold together", describe);
                break;
        }
    }

    private static bool IsWhole(Customer customer, string provider) =>
        !string.IsNullOrEmpty(customer.Id) && !Unprintable.IsIn($"{customer} {customer.Status} {customer.Mode}") && customer.Provider == provider && customer.Metadata is not null && customer.TaxIds is not null && customer.ProviderData is not null;

    // Describing a call costs more than the call.
    private static void Require(bool holds, string otherwise, Func<string> describe)
    {
        if (!holds)
        {
            throw new ShouldAssertException($"{describe()}: {otherwise}");
        }
    }
}
