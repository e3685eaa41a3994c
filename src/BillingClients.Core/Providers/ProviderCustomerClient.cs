using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

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
public abstract partial class ProviderCustomerClient<TOptions> : ICustomerClient, ICustomerCheck, INamedClient, IOwnEndpoints, IDisposable
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
        _recent = new RecentCreates(account);
        _check = new RequestCheck(account.Provider, () => account.Options.UnsupportedFields, account.Logger, account.Name);
        _create = new ProviderRequest(CustomerOperation.Create, endpoints.Create)
        {
            List = endpoints.List,
            IsRepeatable = true,
            TakesIdempotencyKey = capabilities.IdempotencyKeys != Support.Unsupported,
        };
        _get = new ProviderRequest(CustomerOperation.Get, endpoints.Get) { IsRepeatable = true };
        _getByExternalId = new ProviderRequest(CustomerOperation.Get, endpoints.GetByExternalId ?? endpoints.Get) { IsRepeatable = true };
        _update = new ProviderRequest(CustomerOperation.Update, endpoints.Update) { List = endpoints.List, IsRepeatable = capabilities.IdempotentUpdate };
        _delete = new ProviderRequest(CustomerOperation.Delete, endpoints.Delete ?? Endpoint.None)
        {
            List = endpoints.List,
            IsRepeatable = capabilities.IdempotentDelete,
        };
        _list = new ProviderRequest(CustomerOperation.List, endpoints.List) { IsRepeatable = true };
    }

    /// <inheritdoc/>
    public virtual ProviderDescriptor Provider => _account.Provider;

    /// <inheritdoc/>
    string INamedClient.Name => _account.Name;

    /// <summary>The current options.</summary>
    protected TOptions Options => _account.Options;

    /// <inheritdoc/>
    public async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        customer = CheckCall(
            CustomerOperation.Create, customer, ref options, static (client, check, customer, options) => client.CheckAll(check, customer, options));
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
            _recent.LeaveOpen(turn.Key);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        key = CheckCall(CustomerOperation.Get, key, ref options, static (client, check, key, _) => client.CheckAll(check, key));
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
        (key, update) = CheckCall(
            CustomerOperation.Update,
            (key, update),
            ref options,
            static (client, check, call, options) => (client.CheckAll(check, call.key), client.CheckAll(check, call.update, options)));
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
        key = CheckCall(CustomerOperation.Delete, key, ref options, static (client, check, key, _) => client.CheckAll(check, key));
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
        request = CheckCall(CustomerOperation.List, request, ref options, static (client, check, request, _) => client.CheckAll(check, request));
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
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(ILoggerFactory) ? _account.LoggerFactory
            : serviceType == typeof(CallTelemetry) ? _account.Pipeline.Telemetry
            : null;
    }

    /// <inheritdoc/>
    TApi IOwnEndpoints.GetApi<TApi>(JsonSerializerContext json) => OwnApi.Create<TApi>(_account, json, ReadError);

    /// <summary>Disposes the account. Later calls throw an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        _account.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Makes the client that Refit generated for an interface. Its requests go through this client's account, and its failures are this library's exceptions.
    /// </summary>
    /// <typeparam name="TApi">The provider's endpoints.</typeparam>
    /// <param name="json">The JSON contracts of all bodies that the interface sends and receives.</param>
    /// <returns>The client. Safe for concurrent use. Call it only in the <c>OnceAsync</c> methods.</returns>
    /// <exception cref="InvalidOperationException">
    /// Refit generated nothing for <typeparamref name="TApi"/>: none of its methods has a verb attribute such as <c>[Get]</c>.
    /// </exception>
    protected TApi CreateApi<TApi>(JsonSerializerContext json)
        where TApi : class
    {
        ArgumentNullException.ThrowIfNull(json);
        return ProviderApi.Create<TApi>(_account.HttpClient, json, ReadError);
    }

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

    private bool WasCreatedLately(CustomerKey key) =>
        key.Kind == CustomerKeyKind.Id ? _recent.Contains(key.Value) : _recent.ContainsExternalId(key.Value);
}
