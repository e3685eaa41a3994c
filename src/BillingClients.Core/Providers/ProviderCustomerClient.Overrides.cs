namespace BillingClients.Providers;

/// <content>What a provider's client overrides: what it refuses, how each operation is sent, and how a lost create is found.</content>
public abstract partial class ProviderCustomerClient<TOptions>
{
    /// <summary>Checks the rules of this provider; call <see cref="FieldCheck.Refuse"/> for each problem. The capabilities were checked already.</summary>
    /// <remarks>It also runs when some of the fields were refused already. A field that was refused as a whole is left out.</remarks>
    /// <param name="check">Collects what is refused.</param>
    /// <param name="customer">The customer to create, as it would be sent.</param>
    protected virtual void Check(FieldCheck check, CustomerCreate customer)
    {
    }

    /// <inheritdoc cref="Check(FieldCheck, CustomerCreate)"/>
    /// <param name="check">Collects what is refused.</param>
    /// <param name="update">The update, as it would be sent.</param>
    protected virtual void Check(FieldCheck check, CustomerUpdate update)
    {
    }

    /// <inheritdoc cref="Check(FieldCheck, CustomerCreate)"/>
    /// <param name="check">Collects what is refused.</param>
    /// <param name="request">The list request.</param>
    protected virtual void Check(FieldCheck check, CustomerListRequest request)
    {
    }

    /// <inheritdoc cref="Check(FieldCheck, CustomerCreate)"/>
    /// <param name="check">Collects what is refused.</param>
    /// <param name="key">The key of the customer to read, update or delete.</param>
    protected virtual void Check(FieldCheck check, CustomerKey key)
    {
    }

    /// <summary>Creates a customer.</summary>
    /// <param name="call">The call. It reads the answer, and it has the idempotency key.</param>
    /// <param name="customer">The customer. It was checked.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    protected abstract ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken);

    /// <summary>Reads a customer.</summary>
    /// <param name="call">The call. It reads the answer.</param>
    /// <param name="key">The customer's key, of a kind that the provider can look up.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    protected abstract ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken);

    /// <summary>Changes a customer.</summary>
    /// <param name="call">The call. It reads the answer.</param>
    /// <param name="key">The customer's key, of a kind that the provider can update.</param>
    /// <param name="update">The update. It was checked.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    protected abstract ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken);

    /// <summary>Deletes or archives a customer. Override it if the capabilities declare a delete; otherwise it is never called.</summary>
    /// <param name="call">The call. It reads the answer.</param>
    /// <param name="key">The customer's key, of a kind that the provider can delete.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    protected virtual ValueTask DeleteOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"The capabilities declare a delete, but {GetType().Name} has none: override {nameof(DeleteOnceAsync)}.");

    /// <summary>Reads a page of customers.</summary>
    /// <param name="call">The call. It reads the answer.</param>
    /// <param name="request">The request. It was checked.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    protected abstract ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// The unique key of the customer to create, if this provider's create changes an existing customer with that key instead of refusing. Null, the default,
    /// if it does not, or if the key is not sent.
    /// </summary>
    /// <remarks>
    /// If there is a key, creates of the same key run one after the other, and <see cref="FindHolderAsync"/> is called before the create is sent, unless the
    /// capabilities say <see cref="TakenKeyEffect.ChangesExisting"/>. An answer with a customer that existed before the call becomes a
    /// <see cref="BillingConflictException"/> whose <see cref="BillingConflictException.ExistingWasChanged"/> is true.
    /// </remarks>
    /// <param name="customer">What is sent.</param>
    protected virtual string? KeyThatCreateOverwrites(CustomerCreate customer) => null;

    /// <summary>
    /// Finds the customer that a create would change (<see cref="KeyThatCreateOverwrites"/>). Called before each attempt, until one may have taken effect. By
    /// default, does not look and returns null.
    /// </summary>
    /// <param name="call">The call. It reads the answer.</param>
    /// <param name="customer">What is to be sent.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The customer that has the key: the create is then refused and not sent. Null if no customer has it.</returns>
    protected virtual ValueTask<Customer?> FindHolderAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) =>
        new((Customer?)null);

    /// <summary>
    /// Whether reads may miss a customer that was created lately, because the provider reads from a replica that lags behind. If true, "not found" after a
    /// delete that may have taken effect does not count as deleted, if this client created the customer lately. False by default.
    /// </summary>
    protected virtual bool ReadsMayLag => false;

    /// <summary>
    /// How to continue a create when an earlier attempt may have taken effect. By default: if the external id is unique and was sent, look the customer up and
    /// send again if it is not there; otherwise never send again.
    /// </summary>
    /// <remarks>Asked once for each call, before its first attempt: a change of the options is for the next call.</remarks>
    /// <param name="customer">What was sent.</param>
    protected virtual CreateRecoveryMode RecoveryModeOf(CustomerCreate customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return Provider.Capabilities.UniqueKey == UniqueKey.ExternalId && customer.ExternalId is not null
            ? CreateRecoveryMode.LookUpThenSendAgain
            : CreateRecoveryMode.LookUpOnly;
    }

    /// <summary>
    /// Finds the customers that an earlier attempt of a create may have made. By default: the one with the external id that was sent.
    /// </summary>
    /// <param name="call">The call. It reads the answer.</param>
    /// <param name="customer">What was sent.</param>
    /// <param name="existingId">The id of the existing customer, if the provider answered with a conflict that names it; otherwise null.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>
    /// The customers that were found; empty when there are none. Null if there is nothing to look up by, so that the client does not try again. Do not filter
    /// by age or fields: that is done afterwards.
    /// </returns>
    /// <exception cref="BillingNotFoundException">There are none.</exception>
    protected virtual async ValueTask<IReadOnlyList<Customer>?> LookUpAsync(
        ProviderCall call, CustomerCreate customer, string? existingId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (customer.ExternalId is not { } externalId || Provider.Capabilities.Get.ByExternalId == Support.Unsupported)
        {
            return null;
        }

        CustomerKey key = CustomerKey.FromExternalId(externalId);
        Customer found = await GetOnceAsync(call, key, cancellationToken).ConfigureAwait(false);
        call.RequireAnswerAbout(key, found.Id, found.ExternalId);
        return [found];
    }

    /// <summary>Reads an error body of the provider. Must not throw, whatever the body holds. Pure.</summary>
    /// <param name="response">The answer: an error, or a success whose body looks like one.</param>
    protected abstract ProviderError ReadError(ErrorResponse response);

    /// <summary>The fields whose stored value differs from what was sent; empty if there are none. <see cref="SentFields"/> finds them.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="stored">A customer that the create may have made.</param>
    protected abstract IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored);
}
