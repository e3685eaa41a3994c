using Microsoft.Extensions.Logging.Abstractions;

namespace BillingClients.Providers;

/// <summary>Checks the requests of a client that offers no check: the capabilities of its provider, and the rules of all providers.</summary>
internal sealed class CapabilityCheck(ICustomerClient client) : ICustomerCheck
{
    private readonly RequestCheck _check = new(client.Provider, static () => UnsupportedFields.Throw, NullLogger.Instance, ClientName.Of(client));

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Check(CustomerCreate customer, CallOptions? options = null)
    {
        FieldCheck check = new(client.Provider, CustomerOperation.Create);
        _check.Create(check, customer, _check.Options(check, options));
        return check.Errors;
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Check(CustomerUpdate update, CallOptions? options = null)
    {
        FieldCheck check = new(client.Provider, CustomerOperation.Update);
        _check.Update(check, update, _check.Options(check, options));
        return check.Errors;
    }
}
