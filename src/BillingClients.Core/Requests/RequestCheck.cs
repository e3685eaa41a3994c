using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>
/// Copies a request and checks the copy against what the provider can do, before anything is sent. For writing a provider. Safe for concurrent use.
/// </summary>
/// <remarks>
/// The methods refuse in the <see cref="FieldCheck"/> of the call, which collects the problems; <see cref="Finish"/> throws them. Send what these methods return:
/// it is what was checked, and it does not change when the caller changes its collections.
/// </remarks>
public sealed class RequestCheck
{
    private const string SeeCapabilities = "Its API has no such operation; see Provider.Capabilities for what it supports.";

    private readonly ProviderDescriptor _provider;
    private readonly string _client;
    private readonly UnsupportedFieldPolicy _policy;
    private readonly FieldSet _required;
    private readonly FieldSet _notCreated;
    private readonly FieldSet _notUpdated;
    private readonly FieldSet _notCleared;
    private readonly bool _hasOneName;

    /// <summary>Makes the checks for a provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="unsupportedFields">What to do with fields that the provider cannot store, unless a call says otherwise.</param>
    /// <param name="logger">Logs that a field is ignored.</param>
    /// <param name="clientName">The name of the client, for exceptions and log lines; null for that of the provider.</param>
    public RequestCheck(ProviderDescriptor provider, Func<UnsupportedFields> unsupportedFields, ILogger logger, string? clientName = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _provider = provider;
        _client = clientName ?? provider.Name;
        _policy = new UnsupportedFieldPolicy(provider, _client, unsupportedFields, SafeLogger.Around(logger));
        _required = FieldSet.Of(provider.Capabilities.RequiredFields);
        _notCreated = FieldSet.Unsupported(provider.Capabilities, static support => support.Create);
        _notUpdated = FieldSet.Unsupported(provider.Capabilities, static support => support.Update);
        _notCleared = FieldSet.Unsupported(provider.Capabilities, static support => support.Clear);
        _hasOneName = provider.Capabilities.Field(CustomerField.FirstName).Update == Support.Emulated;
    }

    /// <summary>Checks a call's own settings.</summary>
    /// <param name="check">The check of the call.</param>
    /// <param name="options">The caller's settings; null for none.</param>
    /// <returns>The settings to use; null for none.</returns>
    public CallOptions? Options(FieldCheck check, CallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(check);
        options = CallOptionsCheck.Read(check, options);
        if (options?.IdempotencyKey is not null && !TakesIdempotencyKey(check.Operation) && _policy.Of(options) != UnsupportedFields.Ignore)
        {
            CallOptionsCheck.RefuseIdempotencyKey(check);
        }

        return options;
    }

    /// <summary>Checks a create.</summary>
    /// <param name="check">The check of the call.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="options">The settings that <see cref="Options"/> returned.</param>
    /// <returns>What to send: unsupported fields are left out, or moved to the metadata. What was refused as a whole is left out, too.</returns>
    /// <exception cref="UnsupportedCapabilityException">The provider does not have the operation.</exception>
    public CustomerCreate Create(FieldCheck check, CustomerCreate customer, CallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(customer);
        RequireOperation(CustomerOperation.Create, _provider.Capabilities.Create, "Create the customer in the provider's dashboard.");
        customer = RequestCopy.Of(check, customer);
        FieldSet given = CustomerFieldTable.GivenIn(customer);
        FieldSet unsupported = given.And(_notCreated);
        _policy.Refuse(check, unsupported, options);
        RequireFields(check, given.With(CustomerField.Name, CustomerName.IsIn(customer)));
        CustomerFieldTable.Check(check, customer);
        CheckExternalId(check, customer.ExternalId);
        FieldSet refused = CustomerFieldTable.RefusedBy(check);
        return _policy.Apply(check, CustomerFieldTable.Without(customer, refused), unsupported.Except(refused), options);
    }

    /// <summary>Checks an update. <see cref="Key"/> checks the key.</summary>
    /// <param name="check">The check of the call.</param>
    /// <param name="update">The update.</param>
    /// <param name="options">The settings that <see cref="Options"/> returned.</param>
    /// <returns>What to send: unsupported fields are left out, or moved to the metadata. What was refused as a whole is left out, too.</returns>
    /// <exception cref="UnsupportedCapabilityException">The provider does not have the operation.</exception>
    public CustomerUpdate Update(FieldCheck check, CustomerUpdate update, CallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(update);
        RequireOperation(CustomerOperation.Update, _provider.Capabilities.Update);
        bool hasMap = update.Metadata.ValueOr(null) is not null;
        update = RequestCopy.Of(check, update);
        RefuseToClear(check, CustomerFieldTable.ChangedIn(update, toNull: true).And(_notCleared));
        FieldSet unsupported = CustomerFieldTable.ChangedIn(update, toNull: false).And(_notUpdated);
        _policy.Refuse(check, unsupported, options, hasMap || check.IsRefused(nameof(update.Metadata)));
        CustomerFieldTable.Check(check, update);
        CheckExternalId(check, update.ExternalId.ValueOr(null));
        FieldSet refused = CustomerFieldTable.RefusedBy(check);
        update = CustomerFieldTable.Without(update, refused);
        if (_hasOneName)
        {
            CustomerName.Check(check, update);
        }

        return _policy.Apply(check, update, unsupported.Except(refused), options);
    }

    /// <summary>Checks the key of a get, an update or a delete.</summary>
    /// <param name="check">The check of the call.</param>
    /// <param name="key">The customer's key.</param>
    /// <exception cref="UnsupportedCapabilityException">The provider does not have the operation, or not with this kind of key.</exception>
    public void Key(FieldCheck check, CustomerKey key)
    {
        ArgumentNullException.ThrowIfNull(check);
        KeySupport keys = _provider.Capabilities.KeysFor(check.Operation.Kind);
        RequireOperation(check.Operation, keys);
        if (keys.For(key.Kind) == Support.Unsupported)
        {
            throw NoSuchKey(check.Operation, key.Kind);
        }

        check.Key($"CustomerKey.From{key.Kind}", key.Value);
    }

    /// <summary>Checks a list request.</summary>
    /// <param name="check">The check of the call.</param>
    /// <param name="request">The request.</param>
    /// <returns>What to send.</returns>
    /// <exception cref="UnsupportedCapabilityException">The provider does not have the operation, or not this filter.</exception>
    public CustomerListRequest List(FieldCheck check, CustomerListRequest request)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(request);
        CustomerCapabilities capabilities = _provider.Capabilities;
        RequireOperation(CustomerOperation.List, capabilities.List, SeeCapabilities);
        request = RequestCopy.Of(check, request);
        RequireFilter(request.Email is not null, capabilities.Filters.Email, nameof(request.Email));
        RequireFilter(request.ExternalId is not null, capabilities.Filters.ExternalId, nameof(request.ExternalId));
        RequireFilter(request.CreatedFrom is not null, capabilities.Filters.CreatedFrom, nameof(request.CreatedFrom));
        RequireFilter(request.CreatedTo is not null, capabilities.Filters.CreatedTo, nameof(request.CreatedTo));
        check.Email(nameof(request.Email), request.Email);
        check.TextInUrl(nameof(request.Email), request.Email);
        check.TextInUrl(nameof(request.ExternalId), request.ExternalId);
        check.TextInUrl(nameof(request.PageToken), request.PageToken);
        if (request.PageSize < 1 || request.PageSize > capabilities.MaxPageSize)
        {
            string most = capabilities.MaxPageSize is { } max ? $"from 1 to {max}" : "1 or more";
            check.Refuse(nameof(request.PageSize), $"is {request.PageSize}; it must be {most}");
        }

        if (request.CreatedTo < request.CreatedFrom)
        {
            check.Refuse(nameof(request.CreatedTo), "is before CreatedFrom, so no customer can match. Swap the two");
        }

        return request;
    }

    /// <summary>Ends the check of a call that is going to be sent: throws if anything was refused, and otherwise logs the fields that are left out.</summary>
    /// <param name="check">The check of the call.</param>
    /// <inheritdoc cref="FieldCheck.ThrowIfRefused()"/>
    public void Finish(FieldCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.ThrowIfRefused(_client);
        _policy.LogIgnored(check.Ignored);
    }

    // A read ignores the key, because GetOrCreateAsync passes the settings of its create to its look-ups.
    private bool TakesIdempotencyKey(BillingOperation operation) =>
        operation.IsRead || (operation.Kind == OperationKind.Create && _provider.Capabilities.IdempotencyKeys != Support.Unsupported);

    // A stored external id becomes part of the URL's path when the customer is looked up by it.
    private void CheckExternalId(FieldCheck check, string? externalId)
    {
        if (externalId is not null && _provider.Capabilities.Get.ByExternalId != Support.Unsupported)
        {
            check.Key(nameof(CustomerCreate.ExternalId), externalId);
        }
    }

    private void RequireFields(FieldCheck check, FieldSet given)
    {
        FieldSet missing = _required.Except(given);
        foreach (CustomerField field in missing.IsEmpty ? [] : missing.Each())
        {
            check.Refuse(field.ToString(), $"is required by {_provider.DisplayName}");
        }
    }

    private static void RefuseToClear(FieldCheck check, FieldSet fields)
    {
        foreach (CustomerField field in fields.IsEmpty ? [] : fields.Each())
        {
            check.RefuseUnsupported(field, "cannot clear", "Leave it unset, or set a value.");
        }
    }

    private void RequireFilter(bool given, Support support, string filter)
    {
        if (given && support == Support.Unsupported)
        {
            const string Alternative = "List without this filter, and filter the result yourself.";
            throw Refusal.Capability(_provider, CustomerOperation.List, $"Filters.{filter}", $"filter customers by {filter}", Alternative, _client);
        }
    }

    private void RequireOperation(BillingOperation operation, Support support, string alternative)
    {
        if (support == Support.Unsupported)
        {
            throw NoSuchOperation(operation, alternative);
        }
    }

    private void RequireOperation(BillingOperation operation, KeySupport keys)
    {
        if (keys == default)
        {
            throw NoSuchOperation(operation, SeeCapabilities);
        }
    }

    private UnsupportedCapabilityException NoSuchOperation(BillingOperation operation, string alternative) =>
        Refusal.Capability(_provider, operation, $"{operation}", operation.GeneralAction, alternative, _client);

    private UnsupportedCapabilityException NoSuchKey(BillingOperation operation, CustomerKeyKind kind)
    {
        (string words, string other) = kind == CustomerKeyKind.Id
            ? ("id", nameof(CustomerKey.FromExternalId))
            : ("external id", nameof(CustomerKey.FromId));
        return Refusal.Capability(
            _provider, operation, $"{operation}.By{kind}", $"{operation.GeneralAction} by {words}", $"Address the customer with CustomerKey.{other}.", _client);
    }
}
