namespace BillingClients.Testing;

/// <summary>The result of <see cref="CustomerStore{TRecord}.Update"/>. When both properties are null, there is no such record.</summary>
/// <typeparam name="TRecord">The provider's own record of a customer.</typeparam>
/// <param name="Changed">The record as it is stored now; null when nothing was changed.</param>
/// <param name="KeyHolder">The other record that holds the unique key; then nothing was changed. Null when the key was free.</param>
public readonly record struct StoreChange<TRecord>(TRecord? Changed, TRecord? KeyHolder)
    where TRecord : class;
