using System.Runtime.CompilerServices;

namespace BillingClients.Providers;

/// <content>How a create happens once: how it is sent, what follows when its answer is lost, and who is taken for the customer that it made.</content>
public abstract partial class ProviderCustomerClient<TOptions>
{
    private static readonly CallSteps<Create, Customer> CreateSteps = new()
    {
        Send = static (create, call, token) =>
        {
            create.Client._recent.Begin(call.TotalTimeout);
            call.ComparesAges = create.Turn is not null || call.HasCallersKey;
            call.MetadataKeys = create.Customer.Metadata?.Keys;
            call.LacksUniqueKey = !create.Client.HasUniqueKey(create.Customer);
            call.OnlyLooks = create.Mode == CreateRecoveryMode.LookUpOnly;
            return create.Client.SendCreateAsync(call, create, token);
        },
        Verify = static (create, call, answer) => create.Client.VerifyCreated(call, create, answer),
        Recover = static (create, call, token) => create.Client.RecoverCreateAsync(call, create, token),
        Look = static (create, call, token) => create.Client.LookForCreatedAsync(call, create, token),
    };

    private ValueTask<Customer> SendCreateAsync(ProviderCall call, Create create, CancellationToken cancellationToken) => create.Turn is { } turn
        ? CreateUnlessTakenAsync(call, create.Customer, turn, cancellationToken)
        : CreateOnceAsync(call, create.Customer, cancellationToken);

    // The provider would change the customer that has the key, and answer as if it had created it. Pooled: saves about 180 bytes a call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Customer> CreateUnlessTakenAsync(ProviderCall call, CustomerCreate customer, CreateTurn turn, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (turn.LooksFirst && !call.OutcomeUnknown && await FindHolderAsync(call, customer, cancellationToken).ConfigureAwait(false) is { } holder)
        {
            throw Failures.KeyIsTaken(call, holder.Id);
        }

        turn.HasBegun = true;
        return await CreateOnceAsync(call, customer, cancellationToken).ConfigureAwait(false);
    }

    private void VerifyCreated(ProviderCall call, Create create, Customer answer)
    {
        if (CreatedAnswer.OtherProperty(create.Customer, answer) is { } property)
        {
            bool wasThereBefore = call.IsOlder(answer.CreatedAt) || _recent.Contains(answer.Id);
            throw call.HasCallersKey && wasThereBefore ? Failures.KeyWasUsedBefore(call, answer.Id) : Failures.AboutAnother(call, property);
        }

        if (create.Turn is null)
        {
            // A later create that sends the same must not take this customer for its own.
            TryRemember(answer);
        }
        else
        {
            RequireNew(call, create, answer);
        }
    }

    // A customer that is too young to be recognised by its age may come from an earlier create of this client, which the look-up need not have found.
    private void RequireNew(ProviderCall call, Create create, Customer answer)
    {
        if (call.IsOlder(answer.CreatedAt) || !TryRemember(answer))
        {
            throw Failures.ExistingWasChanged(call, answer.Id);
        }

        if (!IsCreated(call, answer) || MayBelongToEarlierCreate(create))
        {
            throw Failures.Ambiguous(call, call.LastFailure, answer, isAgeKnown: false);
        }
    }

    // If no attempt was lost, a wrong Date does not make a normal create fail: our own clock tells an existing customer from a new one.
    private static bool IsCreated(ProviderCall call, Customer answer) =>
        call.IsNew(answer.CreatedAt) || (!call.OutcomeUnknown && !call.IsOlderByOwnClock(answer.CreatedAt));

    // An earlier attempt may have created the customer.
    private async ValueTask<Customer> RecoverCreateAsync(ProviderCall call, Create create, CancellationToken cancellationToken)
    {
        if (create.Mode == CreateRecoveryMode.LookUpThenSendAgain
            && await FindCreatedAsync(call, create, cancellationToken).ConfigureAwait(false) is { } created)
        {
            return created;
        }

        try
        {
            Customer answer = await SendCreateAsync(call, create, cancellationToken).ConfigureAwait(false);
            VerifyCreated(call, create, answer);
            return answer;
        }
        catch (BillingConflictException conflict) when (!conflict.ExistingWasChanged && !(conflict.Reason == ConflictReason.IdempotencyKeyReused && call.HasCallersKey))
        {
            // The key is taken, by the customer of the earlier attempt or by another one. If a lagging replica shows neither, the client looks again later.
            call.OnlyLooks = true;
            call.ExistingId = conflict.ExistingId;
            return await LookForCreatedAsync(call, create, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<Customer> LookForCreatedAsync(ProviderCall call, Create create, CancellationToken cancellationToken) =>
        await FindCreatedAsync(call, create, cancellationToken).ConfigureAwait(false) ?? throw call.LastFailure!;

    private async ValueTask<Customer?> FindCreatedAsync(ProviderCall call, Create create, CancellationToken cancellationToken)
    {
        call.ComparesAges = true;
        CustomerCreate customer = create.Customer;
        IReadOnlyList<Customer> found = await FindCandidatesAsync(call, customer, cancellationToken).ConfigureAwait(false);
        bool isUnique = create.Mode != CreateRecoveryMode.LookUpOnly && HasUniqueKey(customer);
        if (isUnique && found is [var holder] && WasThereBefore(call, holder))
        {
            return create.Turn is null ? throw Failures.AnotherHasTheKey(call, holder.Id)

                // If it is as sent, the create has changed it; otherwise the create may still be under way.
                : Differences(customer, holder).Count == 0 ? throw Failures.ExistingWasChanged(call, holder.Id)
                : null;
        }

        // Without a unique key, a customer with the same fields may be of another create of this account.
        IReadOnlyList<Customer> unclaimed = isUnique ? found : [.. found.Where(stored => !_recent.Contains(stored.Id))];
        Customer? created = CreateRecovery.Judge(call, unclaimed, isUnique, stored => Differences(customer, stored));
        if (created is not null && MayBelongToEarlierCreate(create))
        {
            throw Failures.Ambiguous(call, call.LastFailure, created, isAgeKnown: false);
        }

        return created is null || TryRemember(created) || isUnique ? created : null;
    }

    // False if an earlier create of this client has made it.
    private bool TryRemember(Customer created) => _recent.TryAdd(created.Id, ReadsMayLag ? created.ExternalId : null);

    // If the answer to an earlier create of this client was lost, its customer looks like a new one, unless the client looks before it creates.
    private bool MayBelongToEarlierCreate(Create create) => create.Turn is { LooksFirst: false } turn && _recent.IsOpen(turn.Key);

    // A customer that an earlier call of this client created may be too young to be recognised by its age. With the same idempotency key, the two calls are one.
    private bool WasThereBefore(ProviderCall call, Customer holder) =>
        call.IsOlder(holder.CreatedAt) || (!call.HasCallersKey && _recent.Contains(holder.Id));

    private async ValueTask<IReadOnlyList<Customer>> FindCandidatesAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken)
    {
        IReadOnlyList<Customer>? found;
        try
        {
            found = await LookUpAsync(call, customer, call.ExistingId, cancellationToken).ConfigureAwait(false);
        }
        catch (BillingNotFoundException)
        {
            return [];
        }

        // There is nothing to look up by, so another look-up is useless.
        call.OnlyLooks &= found is not null;
        return [.. (found ?? []).Where(stored => HasSentKey(customer, stored))];
    }

    // A provider may filter loosely, or answer about another customer.
    private bool HasSentKey(CustomerCreate sent, Customer stored) => Provider.Capabilities.UniqueKey switch
    {
        UniqueKey.ExternalId when sent.ExternalId is { } externalId => stored.ExternalId is { } other && SentText.IsSame(externalId, other),
        UniqueKey.Email when sent.Email is { } email => stored.Email is { } other && SentText.IsSameEmail(email, other),
        _ => true,
    };

    private bool HasUniqueKey(CustomerCreate customer) => Provider.Capabilities.UniqueKey switch
    {
        UniqueKey.ExternalId => customer.ExternalId is not null,
        UniqueKey.Email => customer.Email is not null,
        _ => false,
    };

    /// <summary>A create, checked.</summary>
    /// <param name="Client">The client that sends it.</param>
    /// <param name="Customer">What is sent.</param>
    /// <param name="Mode">How it continues when an attempt may have taken effect.</param>
    /// <param name="Turn">Its turn among the creates of the same key, if the provider's create changes the customer that has the key; otherwise null.</param>
    private readonly record struct Create(
        ProviderCustomerClient<TOptions> Client, CustomerCreate Customer, CreateRecoveryMode Mode, CreateTurn? Turn);
}
