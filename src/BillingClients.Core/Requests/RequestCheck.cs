using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>
/// Copies a request and checks the copy against what the provider can do, before anything is sent. For writing a provider. Safe for concurrent use.
/// </summary>
/// <remarks>Send what these methods return: it is what was checked, and it does not change when the caller changes its collections.</remarks>
public sealed class RequestCheck
{
    private const string SeeCapabilities = "Its API has no such operation; see Provider.Capabilities for what it supports.";

    private readonly ProviderDescriptor _provider;
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
    public RequestCheck(ProviderDescriptor provider, Func<UnsupportedFields> unsupportedFields, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _provider = provider;
        _policy = new UnsupportedFieldPolicy(provider, unsupportedFields, SafeLogger.Around(logger));
        _required = FieldSet.Of(provider.Capabilities.RequiredFields);
        _notCreated = FieldSet.Unsupported(provider.Capabilities, static support => support.Create);
        _notUpdated = FieldSet.Unsupported(provider.Capabilities, static support => support.Update);
        _notCleared = FieldSet.Unsupported(provider.Capabilities, static support => support.Clear);
        _hasOneName = provider.Capabilities.Field(CustomerField.FirstName).Update == Support.Emulated;
    }

    /// <summary>Checks a call's own settings.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="options">The caller's settings; null for none.</param>
    /// <returns>The settings to use; null for none.</returns>
    /// <exception cref="BillingValidationException">A setting cannot be used.</exception>
    public CallOptions? Options(BillingOperation operation, CallOptions? options) => CallOptionsCheck.Read(new FieldCheck(_provider, operation), options);

    /// <summary>Checks a create.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="options">The settings that <see cref="Options"/> returned.</param>
    /// <returns>What to send: unsupported fields are left out, or moved to the metadata.</returns>
    /// <exception cref="UnsupportedFieldException">A field cannot be stored.</exception>
    /// <exception cref="BillingValidationException">A required field is missing, or something cannot be sent.</exception>
    public CustomerCreate Create(CustomerCreate customer, CallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(customer);
        FieldCheck check = new(_provider, CustomerOperation.Create);
        RequireOperation(CustomerOperation.Create, _provider.Capabilities.Create, "Create the customer in the provider's dashboard.");
        customer = RequestCopy.Of(check, customer);
        CustomerFieldTable.Check(check, customer);
        CheckExternalId(check, customer.ExternalId);
        FieldSet given = CustomerFieldTable.GivenIn(customer);
        RequireFields(check, given.With(CustomerField.Name, CustomerName.IsIn(customer)));
        FieldSet unsupported = given.And(_notCreated);
        return unsupported.IsEmpty ? customer : _policy.Apply(check, customer, unsupported, options);
    }

    /// <summary>Checks an update.</summary>
    /// <param name="key">The customer's key.</param>
    /// <param name="update">The update.</param>
    /// <param name="options">The settings that <see cref="Options"/> returned.</param>
    /// <returns>What to send: unsupported fields are left out, or moved to the metadata.</returns>
    /// <exception cref="UnsupportedFieldException">A field cannot be changed or cleared.</exception>
    /// <exception cref="UnsupportedCapabilityException">The customer cannot be addressed by this kind of key.</exception>
    /// <exception cref="BillingValidationException">The key or something in the update cannot be sent.</exception>
    public CustomerUpdate Update(CustomerKey key, CustomerUpdate update, CallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(update);
        FieldCheck check = new(_provider, CustomerOperation.Update);
        Key(CustomerOperation.Update, key);
        update = RequestCopy.Of(check, update);
        CustomerFieldTable.Check(check, update);
        CheckExternalId(check, update.ExternalId.ValueOr(null));
        foreach (CustomerField field in CustomerFieldTable.ChangedIn(update, toNull: true).And(_notCleared).Each())
        {
            throw Refusal.Field(_provider, CustomerOperation.Update, field, "cannot clear", "Leave it unset, or set a value.");
        }

        FieldSet unsupported = CustomerFieldTable.ChangedIn(update, toNull: false).And(_notUpdated);
        _ = _hasOneName ? CustomerName.Of(_provider, update) : default;
        return unsupported.IsEmpty ? update : _policy.Apply(check, update, unsupported, options);
    }

    /// <summary>Checks a request that addresses a customer.</summary>
    /// <param name="operation">The operation: get, update or delete.</param>
    /// <param name="key">The customer's key.</param>
    /// <exception cref="UnsupportedCapabilityException">The provider does not have the operation, or not with this kind of key.</exception>
    /// <exception cref="BillingValidationException">The key cannot be sent.</exception>
    public void Key(BillingOperation operation, CustomerKey key)
    {
        ArgumentNullException.ThrowIfNull(operation);
        KeySupport keys = _provider.Capabilities.KeysFor(operation.Kind);
        if (keys.For(key.Kind) == Support.Unsupported)
        {
            throw keys == default ? NoSuchOperation(operation, SeeCapabilities) : NoSuchKey(operation, key.Kind);
        }

        FieldCheck check = new(_provider, operation);
        check.Key($"CustomerKey.From{key.Kind}", key.Value);
    }

    /// <summary>Checks a list request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What to send.</returns>
    /// <exception cref="UnsupportedCapabilityException">The provider does not have the operation, or not this filter.</exception>
    /// <exception cref="BillingValidationException">The page size is out of range, or something cannot be sent.</exception>
    public CustomerListRequest List(CustomerListRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FieldCheck check = new(_provider, CustomerOperation.List);
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
            throw check.Refuse(nameof(request.PageSize), $"is {request.PageSize}; it must be {most}");
        }

        if (request.CreatedTo < request.CreatedFrom)
        {
            throw check.Refuse(nameof(request.CreatedTo), "is before CreatedFrom, so no customer can match. Swap the two");
        }

        return request;
    }

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
            throw check.Refuse(field.ToString(), $"is required by {_provider.DisplayName}");
        }
    }

    private void RequireFilter(bool given, Support support, string filter)
    {
        if (given && support == Support.Unsupported)
        {
            const string Alternative = "List without this filter, and filter the result yourself.";
            throw Refusal.Capability(_provider, CustomerOperation.List, $"Filters.{filter}", $"filter customers by {filter}", Alternative);
        }
    }

    private void RequireOperation(BillingOperation operation, Support support, string alternative)
    {
        if (support == Support.Unsupported)
        {
            throw NoSuchOperation(operation, alternative);
        }
    }

    private UnsupportedCapabilityException NoSuchOperation(BillingOperation operation, string alternative) =>
        Refusal.Capability(_provider, operation, $"{operation}", operation.GeneralAction, alternative);

    private UnsupportedCapabilityException NoSuchKey(BillingOperation operation, CustomerKeyKind kind)
    {
        (string words, string other) = kind == CustomerKeyKind.Id
            ? ("id", nameof(CustomerKey.FromExternalId))
            : ("external id", nameof(CustomerKey.FromId));
        return Refusal.Capability(
            _provider, operation, $"{operation}.By{kind}", $"{operation.GeneralAction} by {words}", $"Address the customer with CustomerKey.{other}.");
    }
}
