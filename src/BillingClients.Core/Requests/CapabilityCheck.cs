using Microsoft.Extensions.Logging.Abstractions;

namespace BillingClients.Providers;

/// <summary>The check of a client that offers none of its own: what the capabilities of its provider say, and what no provider takes.</summary>
internal sealed class CapabilityCheck(ProviderDescriptor provider) : ICustomerCheck
{
    private readonly RequestCheck _check = new(provider, static () => UnsupportedFields.Refuse, NullLogger.Instance);

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Check(CustomerCreate customer, CallOptions? options = null)
    {
        FieldCheck check = new(provider, CustomerOperation.Create);
        _check.Create(check, customer, _check.Options(check, options));
        return check.Errors;
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Check(CustomerUpdate update, CallOptions? options = null)
    {
        FieldCheck check = new(provider, CustomerOperation.Update);
        _check.Update(check, update, _check.Options(check, options));
        return check.Errors;
    }
}
