namespace BillingClients.Providers;

/// <summary>
/// How a create goes on after a failure that leaves open whether it took effect. <c>docs/outcomes.md</c> says which provider has which, and why.
/// </summary>
public enum CreateRecoveryMode
{
    /// <summary>
    /// Look the customer up by its unique key: found and as sent, it is the result; not found, send again; a conflict then means looking up again.
    /// </summary>
    LookUpThenSendAgain,

    /// <summary>Send again with the same idempotency key; a conflict names the customer that is there, which is read and compared.</summary>
    SendAgain,

    /// <summary>Look the customer up by a key that is not unique: exactly one that is new and as sent is the result; everything else stays open.</summary>
    LookUpOnly,
}
