using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BillingClients.Providers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BillingClients.Testing;

/// <summary>
/// Customers in memory, for unit tests of applications. It refuses what the provider it stands for would refuse, and passes the same conformance suite.
/// </summary>
/// <remarks>
/// <para>Safe for concurrent use. It honours every declaration of its capabilities: fields, keys, filters, page sizes, the unique key, required fields, what a
/// delete leaves. What is declared <see cref="Support.Unknown"/> works.</para>
/// <para>Lists are in the order of creation. An archived customer is still listed and read by its id, no longer by its external id, and gives its unique key
/// back. A create whose idempotency key was used before returns the customer that was created then; if it is for another customer, it is a conflict.
/// <see cref="ProviderFields"/> are not looked at, and <see cref="Customer.ProviderData"/> is null: those belong to real providers.</para>
/// </remarks>
/// <example><code>
/// using FakeCustomerClient client = new();
/// client.OnCall = (call, _) => call.Operation == CustomerOperation.Create ? throw call.RateLimited(TimeSpan.FromSeconds(2)) : default;
/// </code></example>
public sealed class FakeCustomerClient : ICustomerClient, ICustomerCheck, INamedClient, IDisposable
{
    private readonly Func<string, RequestCheck> _checkOf;
    private readonly FakeNames _names;
    private readonly FakeStore _store;
    private readonly FakePipeline _pipeline;
    private RequestCheck _check;

    /// <summary>Stands for a provider.</summary>
    /// <param name="provider">The provider; null for one that can do everything and keeps external ids unique.</param>
    /// <param name="unsupportedFields">What to do with fields that the provider cannot hold, when a call does not say.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="logger">Where to log that a field is ignored; null for nowhere.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unsupportedFields"/> is not a value of the enum.</exception>
    public FakeCustomerClient(
        ProviderDescriptor? provider = null,
        UnsupportedFields unsupportedFields = UnsupportedFields.Throw,
        TimeProvider? timeProvider = null,
        ILogger<FakeCustomerClient>? logger = null)
    {
        if (!Enum.IsDefined(unsupportedFields))
        {
            throw new ArgumentOutOfRangeException(nameof(unsupportedFields), unsupportedFields, "Use Throw, Ignore or StoreInMetadata.");
        }

        Provider = provider ?? new ProviderDescriptor("fake", "The fake", FakeCapabilities.Everything);
        _checkOf = name => new RequestCheck(Provider, () => unsupportedFields, logger ?? (ILogger)NullLogger.Instance, name);
        Name = Provider.Name;
        _names = new FakeNames(Provider);
        _store = new FakeStore(Provider, timeProvider ?? TimeProvider.System);
        _pipeline = new FakePipeline(timeProvider ?? TimeProvider.System);
    }

    /// <summary>
    /// Stands for a provider that can do this: <c>new FakeCustomerClient(FakeCustomerClient.Everything with { Delete = default, DeleteEffect = default })</c>.
    /// </summary>
    /// <param name="capabilities">What it can do.</param>
    /// <param name="unsupportedFields">What to do with fields that the provider cannot hold, when a call does not say.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    public FakeCustomerClient(
        CustomerCapabilities capabilities, UnsupportedFields unsupportedFields = UnsupportedFields.Throw, TimeProvider? timeProvider = null)
        : this(new ProviderDescriptor("fake", "The fake", capabilities), unsupportedFields, timeProvider)
    {
    }

    /// <summary>The capabilities of a client that can do everything and keeps external ids unique; the start for others.</summary>
    public static CustomerCapabilities Everything => FakeCapabilities.Everything;

    /// <inheritdoc/>
    public ProviderDescriptor Provider { get; }

    /// <summary>The name of the registered client that it replaces (<c>UseFake</c>); otherwise that of the provider.</summary>
    public string Name
    {
        get;

        [MemberNotNull(nameof(_check))]
        internal set
        {
            field = value;
            _check = _checkOf(value);
        }
    }

    /// <summary>Runs before a call does anything; what it throws is what the caller gets, and nothing was stored. Null for nothing.</summary>
    public FakeCallback? OnCall
    {
        get => _pipeline.OnCall;
        set => _pipeline.OnCall = value;
    }

    /// <summary>Runs after a call took effect; what it throws is what the caller gets, as when an answer is lost on its way. Null for nothing.</summary>
    public FakeCallback? OnAnswer
    {
        get => _pipeline.OnAnswer;
        set => _pipeline.OnAnswer = value;
    }

    /// <summary>The calls that were not refused before sending, in order. A snapshot.</summary>
    public IReadOnlyList<FakeCall> Calls => _pipeline.Calls;

    /// <summary>
    /// The customers stored now, archived ones included, in the order of their creation, with the fields that the provider returns. A snapshot.
    /// </summary>
    public IReadOnlyList<Customer> Customers => ToAnswers(_store.Snapshot());

    /// <inheritdoc/>
    public async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        FieldCheck check = new(Provider, CustomerOperation.Create);
        options = _check.Options(check, options);
        customer = CheckAll(check, customer, options);
        _check.Finish(check);
        CustomerCreate sent = _names.Place(customer);
        FakeCall call = new(Provider, Name, CustomerOperation.Create, options) { Customer = customer };
        return await AnswerAsync(call, status: 201, () => _store.Create(call, sent), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        FieldCheck check = new(Provider, CustomerOperation.Get);
        options = _check.Options(check, options);
        _check.Key(check, key);
        _check.Finish(check);
        FakeCall call = new(Provider, Name, CustomerOperation.Get, options) { Key = key };
        return await AnswerAsync(call, status: 200, () => _store.Get(call, key), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        FieldCheck check = new(Provider, CustomerOperation.Update);
        options = _check.Options(check, options);
        _check.Key(check, key);
        update = CheckAll(check, update, options);
        _check.Finish(check);
        CustomerUpdate sent = _names.Place(update);
        FakeCall call = new(Provider, Name, CustomerOperation.Update, options) { Key = key, Update = update };
        return await AnswerAsync(call, status: 200, () => _store.Update(call, key, sent), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        FieldCheck check = new(Provider, CustomerOperation.Delete);
        options = _check.Options(check, options);
        _check.Key(check, key);
        _check.Finish(check);
        FakeCall call = new(Provider, Name, CustomerOperation.Delete, options) { Key = key };
        await AnswerAsync(call, status: 200, () => _store.Delete(call, key), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        FieldCheck check = new(Provider, CustomerOperation.List);
        options = _check.Options(check, options);
        request = _check.List(check, request);
        OffsetToken.Check(check, request.PageToken);
        _check.Finish(check);
        long offset = OffsetToken.Parse(request.PageToken);
        FakeCall call = new(Provider, Name, CustomerOperation.List, options) { Request = request };
        CustomerPage page = await _pipeline.RunAsync(call, () => _store.List(request, offset), cancellationToken).ConfigureAwait(false);
        return page with
        {
            Items = ToAnswers(page.Items),
            Response = Response(call, 200),
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Check(CustomerCreate customer, CallOptions? options = null)
    {
        FieldCheck check = new(Provider, CustomerOperation.Create);
        CheckAll(check, customer, _check.Options(check, options));
        return check.Errors;
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Check(CustomerUpdate update, CallOptions? options = null)
    {
        FieldCheck check = new(Provider, CustomerOperation.Update);
        CheckAll(check, update, _check.Options(check, options));
        return check.Errors;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Every call fails with <see cref="ObjectDisposedException"/> from now on. Calls and customers can still be looked at.</summary>
    public void Dispose() => _pipeline.Dispose();

    private CustomerCreate CheckAll(FieldCheck check, CustomerCreate customer, CallOptions? options)
    {
        customer = _check.Create(check, customer, options);
        _names.Check(check, customer);
        return customer;
    }

    private CustomerUpdate CheckAll(FieldCheck check, CustomerUpdate update, CallOptions? options)
    {
        update = _check.Update(check, update, options);
        _names.Check(check, update);
        return update;
    }

    private static ResponseInfo Response(FakeCall call, int status) => new()
    {
        StatusCode = status,
        RequestId = $"req_{call.Number.ToString(CultureInfo.InvariantCulture)}",
        Attempts = 1,
    };

    private Customer[] ToAnswers(IReadOnlyList<Customer> stored) =>
        [.. stored.Select(customer => FakeMapping.ToAnswer(customer, Provider.Capabilities, response: null))];

    private async Task<Customer> AnswerAsync(FakeCall call, int status, Func<Customer> act, CancellationToken cancellationToken)
    {
        Customer stored = await _pipeline.RunAsync(call, act, cancellationToken).ConfigureAwait(false);
        return FakeMapping.ToAnswer(stored, Provider.Capabilities, Response(call, status));
    }
}
