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

    private void CheckAll(FieldCheck check, CustomerKey key)
    {
        _check.Key(check, key);
        Check(check, key);
    }
}
