namespace BillingClients.Providers;

/// <summary>
/// What a create does after a failure that leaves unknown whether it took effect. <c>docs/outcomes.md</c> says which provider uses which mode, and why.
/// </summary>
public enum CreateRecoveryMode
{
    /// <summary>
    /// Look the customer up by its unique key. If it is there and has the fields that were sent, it is the result. If it is not there, send again; if that is a
    /// conflict, look up again, until the time for the call is up.
    /// </summary>
    LookUpThenSendAgain,

    /// <summary>Send again with the same idempotency key. If that is a conflict, read the customer that it names and compare it with what was sent.</summary>
    SendAgain,

    /// <summary>
    /// Look the customer up by a key that is not unique, and never send again. If exactly one new customer is found and it has the fields that were sent, it is
    /// the result. If none is found, look again, until the time for the call is up. Otherwise the outcome stays unknown.
    /// </summary>
    LookUpOnly,
}
