using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BillingClients.Providers;

/// <summary>Checks a request against what the provider can do, before anything is sent. For writing a provider. Safe for concurrent use.</summary>
public sealed class RequestRules
{
    private readonly ProviderDescriptor _provider;
    private readonly UnsupportedFieldPolicy _policy;
    private readonly FieldSet _required;
    private readonly FieldSet _notCreated;
    private readonly FieldSet _notUpdated;
    private readonly FieldSet _notCleared;

    private RequestRules(ProviderDescriptor provider, Func<UnsupportedFields> unsupportedFields, ILogger logger)
    {
        _provider = provider;
        _policy = new UnsupportedFieldPolicy(provider, unsupportedFields, logger);
        _required = FieldSet.Of(provider.Capabilities.RequiredFields);
        _notCreated = FieldSet.Where(provider.Capabilities, static support => support.Create);
        _notUpdated = FieldSet.Where(provider.Capabilities, static support => support.Update);
        _notCleared = FieldSet.Where(provider.Capabilities, static support => support.Clear);
    }

    /// <summary>Builds the rules of a client.</summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="provider">The provider.</param>
    /// <param name="context">The client's parts.</param>
    public static RequestRules Create<TOptions>(ProviderDescriptor provider, ProviderContext<TOptions> context)
        where TOptions : ProviderOptions => new(provider, () => context.Options.UnsupportedFields, context.Logger);

    /// <summary>Builds the rules of a client that has no options, such as one in memory.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="unsupportedFields">What to do with fields that the provider cannot hold, when the call does not say.</param>
    /// <param name="logger">Where to log; null for nowhere.</param>
    public static RequestRules Create(ProviderDescriptor provider, UnsupportedFields unsupportedFields, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new RequestRules(provider, () => unsupportedFields, logger ?? NullLogger.Instance);
    }

    /// <summary>Checks a call's own settings. <see cref="ProviderPipeline"/> does it too.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="options">The caller's settings; null passes.</param>
    /// <exception cref="BillingValidationException">A setting cannot be used.</exception>
    public void Check(CustomerOperation operation, CallOptions? options) => CallOptionsRules.Check(_provider, operation, options);

    /// <summary>Checks a create.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="options">The caller's settings.</param>
    /// <returns>The customer without fields that are ignored, or with those that go to metadata there.</returns>
    /// <exception cref="UnsupportedFieldException">A field cannot be held.</exception>
    /// <exception cref="BillingValidationException">A required field is missing, or a text cannot be sent.</exception>
    public CustomerCreate Check(CustomerCreate customer, CallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(customer);
        RequireCapability(CustomerOperation.Create, _provider.Capabilities.Create, "Create", "Create the customer in the provider's dashboard.");
        CustomerTexts.Check(_provider, customer);
        CheckExternalId(CustomerOperation.Create, customer.ExternalId);
        FieldSet given = FieldSet.GivenIn(customer);
        RequireFields(customer, given);
        FieldSet unsupported = given.And(_notCreated);
        return unsupported.IsEmpty ? customer : Place(customer, unsupported, options);
    }

    /// <summary>Checks an update.</summary>
    /// <param name="key">The customer's key.</param>
    /// <param name="update">The update.</param>
    /// <param name="options">The caller's settings.</param>
    /// <returns>The update without fields that are ignored, or with those that go to metadata there.</returns>
    /// <exception cref="UnsupportedFieldException">A field cannot be changed or cleared.</exception>
    /// <exception cref="UnsupportedCapabilityException">The customer cannot be addressed by this kind of key.</exception>
    /// <exception cref="BillingValidationException">The key or a text cannot be sent.</exception>
    public CustomerUpdate Check(CustomerKey key, CustomerUpdate update, CallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(update);
        CheckKey(CustomerOperation.Update, key);
        CustomerTexts.Check(_provider, update);
        CheckExternalId(CustomerOperation.Update, update.ExternalId.ValueOr(null));
        foreach (CustomerField field in FieldSet.ChangedIn(update, toNull: true).And(_notCleared).Each())
        {
            throw Refusal.Field(_provider, CustomerOperation.Update, field, "cannot clear", "Leave it unset, or set a value.");
        }

        FieldSet unsupported = FieldSet.ChangedIn(update, toNull: false).And(_notUpdated);
        return unsupported.IsEmpty ? update : Place(update, unsupported, options);
    }

    /// <summary>Checks a key.</summary>
    /// <param name="operation">The operation: get, update or delete.</param>
    /// <param name="key">The customer's key.</param>
    /// <exception cref="UnsupportedCapabilityException">The customer cannot be addressed by this kind of key, or there is no such operation.</exception>
    /// <exception cref="BillingValidationException">The key cannot be sent.</exception>
    public void CheckKey(CustomerOperation operation, CustomerKey key)
    {
        KeySupport keys = operation switch
        {
            CustomerOperation.Get => _provider.Capabilities.Get,
            CustomerOperation.Update => _provider.Capabilities.Update,
            _ => _provider.Capabilities.Delete,
        };
        if (keys.For(key.Kind) == Support.Unsupported)
        {
            string other = key.Kind == CustomerKeyKind.Id ? nameof(CustomerKey.FromExternalId) : nameof(CustomerKey.FromId);
            bool none = keys == default;
            throw Refusal.Capability(
                _provider,
                operation,
                none ? operation.ToString() : $"{operation}.By{key.Kind}",
                none ? "Its API has no such operation; Provider.Capabilities says what there is." : $"Address the customer with CustomerKey.{other}.");
        }

        if (TextRules.CheckKey(key.Value) is { } problem)
        {
            throw Refusal.Request(_provider, operation, $"CustomerKey.From{key.Kind}", problem);
        }
    }

    /// <summary>Checks a list request.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="UnsupportedCapabilityException">There is no such filter.</exception>
    /// <exception cref="BillingValidationException">The page size is out of bounds, or a text cannot be sent.</exception>
    public void Check(CustomerListRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CustomerCapabilities capabilities = _provider.Capabilities;
        RequireCapability(CustomerOperation.List, capabilities.List, "List", "Its API has no list of customers.");
        RequireFilter(request.Email is not null, capabilities.Filters.Email, nameof(request.Email));
        RequireFilter(request.ExternalId is not null, capabilities.Filters.ExternalId, nameof(request.ExternalId));
        RequireFilter(request.CreatedFrom is not null, capabilities.Filters.CreatedFrom, nameof(request.CreatedFrom));
        RequireFilter(request.CreatedTo is not null, capabilities.Filters.CreatedTo, nameof(request.CreatedTo));
        CustomerTexts.Check(_provider, request);
        if (request.PageSize < 1 || request.PageSize > capabilities.MaxPageSize)
        {
            string most = capabilities.MaxPageSize is { } max ? $"from 1 to {max}" : "1 or more";
            throw Refusal.Request(_provider, CustomerOperation.List, nameof(request.PageSize), $"is {request.PageSize}; it must be {most}");
        }
    }

    // What is stored as an external id becomes part of a path when the customer is looked up by it.
    private void CheckExternalId(CustomerOperation operation, string? externalId)
    {
        if (externalId is not null && _provider.Capabilities.Get.ByExternalId != Support.Unsupported && TextRules.CheckKey(externalId) is { } problem)
        {
            throw Refusal.Request(_provider, operation, nameof(CustomerCreate.ExternalId), problem);
        }
    }

    private void RequireFields(CustomerCreate customer, FieldSet given)
    {
        given = given.With(CustomerField.Name, CustomerName.IsIn(customer));
        FieldSet missing = _required.Except(given);
        foreach (CustomerField field in missing.IsEmpty ? [] : missing.Each())
        {
            throw Refusal.Request(_provider, CustomerOperation.Create, field.ToString(), "is missing, and required there");
        }
    }

    private void RequireFilter(bool given, Support support, string filter)
    {
        if (given)
        {
            RequireCapability(CustomerOperation.List, support, $"Filters.{filter}", "List without the filter and compare on your side.");
        }
    }

    private void RequireCapability(CustomerOperation operation, Support support, string capability, string alternative)
    {
        if (support == Support.Unsupported)
        {
            throw Refusal.Capability(_provider, operation, capability, alternative);
        }
    }

    private CustomerCreate Place(CustomerCreate customer, FieldSet unsupported, CallOptions? options)
    {
        UnsupportedFields policy = _policy.Decide(CustomerOperation.Create, unsupported, options);
        return policy == UnsupportedFields.Ignore
            ? UnsupportedFieldPlacement.Without(customer, unsupported)
            : UnsupportedFieldPlacement.InMetadata(_provider, customer, unsupported);
    }

    private CustomerUpdate Place(CustomerUpdate update, FieldSet unsupported, CallOptions? options)
    {
        UnsupportedFields policy = _policy.Decide(CustomerOperation.Update, unsupported, options);
        return policy == UnsupportedFields.Ignore
            ? UnsupportedFieldPlacement.Without(update, unsupported)
            : UnsupportedFieldPlacement.InMetadata(_provider, update, unsupported);
    }
}
