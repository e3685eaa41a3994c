namespace BillingClients.Testing;

/// <summary>The result of <see cref="CustomerStore{TRecord}.Update"/>. When both properties are null, there is no such record.</summary>
/// <typeparam name="TRecord">The provider's own record of a customer.</typeparam>
public sealed class StoreChange<TRecord>
    where TRecord : class
{
    internal StoreChange()
    {
    }

    /// <summary>The record as it is stored now; null when nothing was changed.</summary>
    public TRecord? Changed { get; internal init; }

    /// <summary>The other record that holds the unique key; then nothing was changed. Null when the key was free.</summary>
    public TRecord? KeyHolder { get; internal init; }
}
