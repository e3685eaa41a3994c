namespace BillingClients.Providers;

/// <summary>Judges whether a stored customer is the one that a create of unknown outcome made. Pure.</summary>
internal static class CreateJudgement
{
    /// <summary>The customer that the create made; null when none was found, and sending again is allowed.</summary>
    /// <exception cref="BillingConflictException">The unique key belongs to a customer that is older than the call.</exception>
    /// <exception cref="AmbiguousOutcomeException">What was found does not settle it.</exception>
    internal static Customer? Judge(
        ProviderCall call, IReadOnlyList<Customer> found, CreateRecoveryRule rule, Func<Customer, IReadOnlyList<string>> differences) =>
        rule == CreateRecoveryRule.LookUpOnly ? JudgeByLooks(call, found, differences) : JudgeByUniqueKey(call, found, differences);

    private static Customer? JudgeByUniqueKey(ProviderCall call, IReadOnlyList<Customer> found, Func<Customer, IReadOnlyList<string>> differences)
    {
        switch (found.Count)
        {
            case 0:
                return null;
            case 1 when IsOlder(call, found[0]):
                throw Failures.OlderCustomer(call, found[0].Id);
            case 1 when found[0].CreatedAt is not null && differences(found[0]).Count == 0:
                return WithResponse(found[0], call);
            default:
                throw Failures.Ambiguous(call, call.LastFailure, found[0]);
        }
    }

    private static Customer JudgeByLooks(ProviderCall call, IReadOnlyList<Customer> found, Func<Customer, IReadOnlyList<string>> differences)
    {
        List<Customer> young = [.. found.Where(customer => !IsOlder(call, customer))];
        return young.Count == 1 && young[0].CreatedAt is not null && differences(young[0]).Count == 0
            ? WithResponse(young[0], call)
            : throw Failures.Ambiguous(call, call.LastFailure, young.Count == 1 ? young[0] : null);
    }

    private static bool IsOlder(ProviderCall call, Customer customer) => customer.CreatedAt < call.StartedAt - call.Settings.ClockTolerance;

    private static Customer WithResponse(Customer customer, ProviderCall call) => customer with { Response = call.ToResponseInfo() };
}
