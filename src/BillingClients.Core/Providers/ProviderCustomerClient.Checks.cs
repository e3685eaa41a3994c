namespace BillingClients.Providers;

/// <content>Checks a call: its settings, the capabilities, and the rules of this provider. The caller can run the same check without the call.</content>
public abstract partial class ProviderCustomerClient<TOptions>
{
    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Check(CustomerCreate customer, CallOptions? options = null)
    {
        FieldCheck check = new(Provider, CustomerOperation.Create);
        CheckAll(check, customer, CheckOptions(check, options));
        return check.Errors;
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Check(CustomerUpdate update, CallOptions? options = null)
    {
        FieldCheck check = new(Provider, CustomerOperation.Update);
        CheckAll(check, update, CheckOptions(check, options));
        return check.Errors;
    }

    /// <summary>Checks a call before anything is sent, and reports it if it is refused.</summary>
    /// <returns>What to send.</returns>
    private TRequest CheckCall<TRequest>(
        BillingOperation operation,
        TRequest request,
        ref CallOptions? options,
        Func<ProviderCustomerClient<TOptions>, FieldCheck, TRequest, CallOptions?, TRequest> checkAll)
    {
        try
        {
            FieldCheck check = new(Provider, operation);
            options = CheckOptions(check, options);
            request = checkAll(this, check, request, options);
            _check.Finish(check);
            return request;
        }
        catch (Exception refusal) when (Refused(operation, refusal))
        {
            throw;
        }
    }

    private bool Refused(BillingOperation operation, Exception refusal)
    {
        if (refusal is BillingException failure)
        {
            // What a provider's own check throws does not say which client it is of.
            failure.Client ??= _account.Name;
        }

        return _account.Pipeline.Telemetry.Refused(operation, refusal);
    }

    private CallOptions? CheckOptions(FieldCheck check, CallOptions? options)
    {
        _account.TakeChangedOptions();
        options = _check.Options(check, options);
        CallOptionsCheck.CheckApiKey(check, options, _account.Settings);
        return options;
    }

    private CustomerCreate CheckAll(FieldCheck check, CustomerCreate customer, CallOptions? options)
    {
        customer = _check.Create(check, customer, options);
        Check(check, customer);
        return customer;
    }

    private CustomerUpdate CheckAll(FieldCheck check, CustomerUpdate update, CallOptions? options)
    {
        update = _check.Update(check, update, options);
        Check(check, update);
        return update;
    }

    private CustomerListRequest CheckAll(FieldCheck check, CustomerListRequest request)
    {
        request = _check.List(check, request);
        Check(check, request);
        return request;
    }

    private CustomerKey CheckAll(FieldCheck check, CustomerKey key)
    {
        _check.Key(check, key);
        Check(check, key);
        return key;
    }
}
