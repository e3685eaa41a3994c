namespace BillingClients.Providers;

/// <summary>
/// The base of all providers' clients. A derived class adds what differs: the endpoints, what the provider refuses, how each operation is sent, and how to find
/// out whether a create took effect when its answer was lost. For writing a provider.
/// </summary>
/// <typeparam name="TOptions">The provider's options.</typeparam>
/// <remarks>
/// The methods whose names end in <c>OnceAsync</c> make one attempt of a call. This class adds retries, time limits, telemetry and error handling. The methods
/// are called concurrently.
/// </remarks>
public abstract partial class ProviderCustomerClient<TOptions> : ICustomerClient, IDisposable
    where TOptions : ProviderOptions
{
    private static readonly CallSteps<(ProviderCustomerClient<TOptions> Client, CustomerKey Key), Customer> GetSteps = new()
    {
        Send = static (get, call, token) => get.Client.GetOnceAsync(call, get.Key, token),
        Verify = static (get, call, answer) => call.RequireAnswerAbout(get.Key, answer.Id, answer.ExternalId),
    };

    private static readonly CallSteps<(ProviderCustomerClient<TOptions> Client, CustomerKey Key, CustomerUpdate Update), Customer> UpdateSteps = new()
    {
        Send = static (update, call, token) =>
        {
            call.MetadataKeys = update.Update.Metadata.ValueOr(null)?.Keys;
            return update.Client.UpdateOnceAsync(call, update.Key, update.Update, token);
        },
        Verify = static (update, call, answer) =>
        {
            bool changesKey = update.Key.Kind == CustomerKeyKind.ExternalId && update.Update.ExternalId.IsSet;
            call.RequireAnswerAbout(update.Key, answer.Id, changesKey ? update.Key.Value : answer.ExternalId);
        },
    };

    private static readonly CallSteps<(ProviderCustomerClient<TOptions> Client, CustomerKey Key), bool> DeleteSteps = new()
    {
        Send = static (delete, call, token) => delete.Client.DeleteOrFindGoneAsync(call, delete.Key, token),
    };

    private static readonly CallSteps<(ProviderCustomerClient<TOptions> Client, CustomerListRequest Request), CustomerPage> ListSteps = new()
    {
        Send = static (list, call, token) => list.Client.ListOnceAsync(call, list.Request, token),
    };

    private readonly ProviderAccount<TOptions> _account;
    private readonly CreateTurns _turns = new();
    private readonly RecentCreates _recent;

    // The unique keys of creates that took turns, and whose outcome stayed unknown.
    private readonly RecentCreates _openKeys;
    private readonly RequestCheck _check;
    private readonly ProviderRequest _create;
    private readonly ProviderRequest _get;
    private readonly ProviderRequest _getByExternalId;
    private readonly ProviderRequest _update;
    private readonly ProviderRequest _delete;
    private readonly ProviderRequest _list;

    /// <summary>Creates a client of an account.</summary>
    /// <param name="account">The account. It is disposed with the client.</param>
    /// <param name="endpoints">The provider's endpoints.</param>
    protected ProviderCustomerClient(ProviderAccount<TOptions> account, CustomerEndpoints endpoints)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(endpoints);
        CustomerCapabilities capabilities = account.Provider.Capabilities;
        _account = account;
        _recent = new RecentCreates(account, StringComparer.Ordinal);
        _openKeys = new RecentCreates(account, StringComparer.OrdinalIgnoreCase);
        _check = new RequestCheck(account.Provider, () => account.Options.UnsupportedFields, account.Logger);
        _create = new ProviderRequest(CustomerOperation.Create, endpoints.Create)
        {
            List = endpoints.List,
            IsRepeatable = true,
            TakesIdempotencyKey = capabilities.IdempotencyKeys != Support.Unsupported,
        };
        _get = new ProviderRequest(CustomerOperation.Get, endpoints.Get) { IsRepeatable = true };
        _getByExternalId = new ProviderRequest(CustomerOperation.Get, endpoints.GetByExternalId ?? endpoints.Get) { IsRepeatable = true };
        _update = new ProviderRequest(CustomerOperation.Update, endpoints.Update) { List = endpoints.List, IsRepeatable = capabilities.RepeatableUpdate };
        _delete = new ProviderRequest(CustomerOperation.Delete, endpoints.Delete ?? Endpoint.None)
        {
            List = endpoints.List,
            IsRepeatable = capabilities.RepeatableDelete,
        };
        _list = new ProviderRequest(CustomerOperation.List, endpoints.List) { IsRepeatable = true };
    }

    /// <inheritdoc/>
    public virtual ProviderDescriptor Provider => _account.Provider;

    /// <summary>The current options.</summary>
    protected TOptions Options => _account.Options;

    /// <inheritdoc/>
    public async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = Begin(CustomerOperation.Create, options);
        customer = _check.Create(customer, options);
        Check(new FieldCheck(Provider, CustomerOperation.Create), customer);
        using CreateTurn? turn = KeyThatCreateOverwrites(customer) is { } key
            ? _turns.Join(options?.ApiKey is { } tenant ? $"{tenant}\n{key}" : key, Provider.Capabilities.TakenKeyEffect)
            : null;
        try
        {
            return await _account.Pipeline.RunAsync(
                _create,
                options,
                new Create(this, customer, RecoveryModeOf(customer), turn),
                CreateSteps,
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (turn is { HasBegun: true } && failure is OperationCanceledException or BillingException { OutcomeUnknown: true })
        {
            _openKeys.Renew(turn.Key);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = Begin(CustomerOperation.Get, options);
        _check.Key(CustomerOperation.Get, key);
        Check(new FieldCheck(Provider, CustomerOperation.Get), key);
        return await _account.Pipeline.RunAsync(
            key.Kind == CustomerKeyKind.Id ? _get : _getByExternalId,
            options,
            (this, key),
            GetSteps,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = Begin(CustomerOperation.Update, options);
        update = _check.Update(key, update, options);
        Check(new FieldCheck(Provider, CustomerOperation.Update), key);
        Check(new FieldCheck(Provider, CustomerOperation.Update), update);
        return await _account.Pipeline.RunAsync(
            _update,
            options,
            (this, key, update),
            UpdateSteps,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = Begin(CustomerOperation.Delete, options);
        _check.Key(CustomerOperation.Delete, key);
        Check(new FieldCheck(Provider, CustomerOperation.Delete), key);
        await _account.Pipeline.RunAsync(
            _delete,
            options,
            (this, key),
            DeleteSteps,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = Begin(CustomerOperation.List, options);
        request = _check.List(request);
        Check(new FieldCheck(Provider, CustomerOperation.List), request);
        return await _account.Pipeline.RunAsync(
            _list,
            options,
            (this, request),
            ListSteps,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Disposes the account. Later calls throw an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        _account.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Refuses what only this provider refuses. What the capabilities say was checked already.</summary>
    /// <param name="check">Makes the exceptions.</param>
    /// <param name="customer">The customer to create.</param>
    /// <exception cref="BillingValidationException">Something cannot be sent. No request was sent.</exception>
    protected virtual void Check(FieldCheck check, CustomerCreate customer)
    {
    }

    /// <inheritdoc cref="Check(FieldCheck, CustomerCreate)"/>
    /// <param name="check">Makes the exceptions.</param>
    /// <param name="update">The update.</param>
    protected virtual void Check(FieldCheck check, CustomerUpdate update)
    {
    }

    /// <inheritdoc cref="Check(FieldCheck, CustomerCreate)"/>
    /// <param name="check">Makes the exceptions.</param>
    /// <param name="request">The list request.</param>
    protected virtual void Check(FieldCheck check, CustomerListRequest request)
    {
    }

    /// <inheritdoc cref="Check(FieldCheck, CustomerCreate)"/>
    /// <param name="check">Makes the exceptions.</param>
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

    /// <summary>The fields whose stored value differs from what was sent; empty if there are none. <see cref="SentFields"/> finds them.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="stored">A customer that the create may have made.</param>
    protected abstract IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored);

    private CallOptions? Begin(BillingOperation operation, CallOptions? options)
    {
        _account.TakeChangedOptions();
        return _check.Options(operation, options);
    }

    private bool WasCreatedLately(CustomerKey key) =>
        key.Kind == CustomerKeyKind.Id ? _recent.Contains(key.Value) : _recent.ContainsExternalId(key.Value);

    private async ValueTask<bool> DeleteOrFindGoneAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken)
    {
        try
        {
            await DeleteOnceAsync(call, key, cancellationToken).ConfigureAwait(false);
        }
        catch (BillingNotFoundException) when (call.OutcomeUnknown && !(ReadsMayLag && WasCreatedLately(key)))
        {
            // An earlier attempt of this call deleted it, and its answer was lost.
        }

        return true;
    }
}
