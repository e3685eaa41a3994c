using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>A client whose provider is a few functions, without a network. It counts what it is asked for.</summary>
internal sealed class FunctionClient : ProviderCustomerClient<OwnOptions>
{
    internal static readonly DateTimeOffset Old = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _clock;

    internal FunctionClient(UniqueKey unique = UniqueKey.None, Support idempotencyKeys = Support.Native, TakenKeyEffect takenKey = TakenKeyEffect.Refuses)
        : this(
            CapabilitiesOf(unique, idempotencyKeys, takenKey),
            new PausingClock(BetweenLooks),
            new OwnOptions { ApiKey = "key", RetryBaseDelay = TimeSpan.Zero, TotalTimeout = TimeSpan.FromSeconds(3) })
    {
    }

    private FunctionClient(CustomerCapabilities capabilities, PausingClock clock, OwnOptions options)
        : base(
            ProviderAccount.Create(new ProviderDescriptor("own", "Own", capabilities), new ApiKeyHeader("Authorization", ""), options, timeProvider: clock),
            OwnEndpoints.All)
    {
        _clock = clock;
        Given = options;
    }

    /// <summary>A client of an account of its own.</summary>
    internal FunctionClient(ProviderAccount<OwnOptions> account, CustomerEndpoints endpoints)
        : base(account, endpoints) => _clock = TimeProvider.System;

    /// <summary>What each create does, one after the other; the last one also does what follows.</summary>
    internal Queue<Func<CustomerCreate, Customer>> OnCreate { get; } = new();

    /// <summary>What each look-up finds, one after the other; the last one also does what follows. The argument is the id that a conflict has named.</summary>
    internal Queue<Func<string?, IReadOnlyList<Customer>?>> OnLookUp { get; } = new();

    /// <summary>The customer whom a look before the create finds.</summary>
    internal Customer? Holder { get; set; }

    /// <summary>The key of the customer that a create would change.</summary>
    internal string? OverwrittenKey { get; init; }

    internal CreateRecoveryMode? Mode { get; init; }

    /// <summary>Whether reads may miss a customer that was created lately; null for the default.</summary>
    internal bool? Lags { get; init; }

    internal string[] Differing { get; set; } = [];

    /// <summary>The options that the client was made with.</summary>
    internal OwnOptions Given { get; } = new();

    /// <summary>Whether the provider's own check refuses everything.</summary>
    internal bool RefusesAll { get; set; }

    internal Func<Customer>? OnRead { get; set; }

    internal Action OnDelete { get; set; } = static () => { };

    internal int Creates { get; private set; }

    internal int LookUps { get; private set; }

    internal int LooksBefore { get; private set; }

    internal int Deletes { get; private set; }

    /// <summary>Whether the last request let the client read the provider's clock from its answer.</summary>
    internal bool ReadsClock { get; private set; }

    internal DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>What a lost answer is to the caller of the provider.</summary>
    internal static Customer Lose() => throw LoneCall.Failed(503, outcomeUnknown: true, isTransient: true);

    internal static Customer Conflict(ConflictReason reason = ConflictReason.KeyTaken, string? existingId = null) =>
        throw new BillingConflictException("Taken.", new BillingErrorDetails { Provider = "own" }, existingId) { Reason = reason };

    internal Customer Answer(CustomerCreate sent, string id = "cust_1", DateTimeOffset? createdAt = null) => new()
    {
        Provider = "own",
        Id = id,
        ExternalId = sent.ExternalId,
        Email = sent.Email,
        Name = sent.Name,
        CreatedAt = createdAt ?? Now,
    };

    protected override void Check(FieldCheck check, CustomerCreate customer) => Refuse(check);

    protected override void Check(FieldCheck check, CustomerUpdate update) => Refuse(check, update.Name.IsSet);

    protected override void Check(FieldCheck check, CustomerListRequest request) => Refuse(check);

    protected override void Check(FieldCheck check, CustomerKey key) => Refuse(check, key.Kind == CustomerKeyKind.Id);

    protected override ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken)
    {
        Creates++;
        ReadsClock = call.ComparesAges;
        return new(Next(OnCreate)(customer));
    }

    protected override bool ReadsMayLag => Lags ?? base.ReadsMayLag;

    protected override string? KeyThatCreateOverwrites(CustomerCreate customer) => OverwrittenKey;

    protected override ValueTask<Customer?> FindHolderAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken)
    {
        LooksBefore++;
        return new(Holder);
    }

    protected override CreateRecoveryMode RecoveryModeOf(CustomerCreate customer) => Mode ?? base.RecoveryModeOf(customer);

    protected override ValueTask<IReadOnlyList<Customer>?> LookUpAsync(
        ProviderCall call, CustomerCreate customer, string? existingId, CancellationToken cancellationToken)
    {
        LookUps++;
        ReadsClock = call.ComparesAges;
        return new(Next(OnLookUp)(existingId));
    }

    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => Differing;

    protected override ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) => new(OnRead!());

    protected override ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken) =>
        new(OnRead!());

    protected override ValueTask DeleteOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken)
    {
        Deletes++;
        OnDelete();
        return default;
    }

    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken) =>
        new(new CustomerPage { Items = [OnRead!()] });

    protected override ProviderError ReadError(ErrorResponse response) => throw new NotSupportedException("Nothing is sent, so nothing is answered.");

    private void Refuse(FieldCheck check, bool applies = true)
    {
        if (RefusesAll && applies)
        {
            check.Refuse("Rule", "is broken");
        }
    }

    private static T Next<T>(Queue<T> fates) => fates.Count > 1 ? fates.Dequeue() : fates.Peek();

    private static CustomerCapabilities CapabilitiesOf(UniqueKey unique, Support idempotencyKeys, TakenKeyEffect takenKey) => new()
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Native, Support.Native),
        Update = new KeySupport(Support.Native, Support.Native),
        Delete = new KeySupport(Support.Native, Support.Native),
        DeleteEffect = DeleteEffect.Deletes,
        IdempotentDelete = true,
        List = Support.Native,
        IdempotencyKeys = idempotencyKeys,
        UniqueKey = unique,
        TakenKeyEffect = takenKey,
        Fields = new Dictionary<CustomerField, FieldSupport>
        {
            [CustomerField.ExternalId] = FieldSupport.All(Support.Native),
            [CustomerField.Email] = FieldSupport.All(Support.Native),
            [CustomerField.Name] = FieldSupport.All(Support.Native),
        },
    };
}
