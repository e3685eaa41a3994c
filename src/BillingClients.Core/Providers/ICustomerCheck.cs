namespace BillingClients.Providers;

/// <summary>
/// Lists the problems for which a call would be refused, without sending it. All providers' clients have it.
/// <see cref="CustomerClientExtensions.Check(ICustomerClient, CustomerCreate, CallOptions?)"/> finds it with
/// <see cref="CustomerClientExtensions.GetService{T}"/>.
/// </summary>
public interface ICustomerCheck
{
    /// <summary>All problems of a create, in a stable order; empty if there are none.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="options">The settings of the call; null for the client's own.</param>
    /// <exception cref="UnsupportedCapabilityException">The provider does not have the operation.</exception>
    IReadOnlyList<FieldError> Check(CustomerCreate customer, CallOptions? options = null);

    /// <summary>All problems of an update, in a stable order; empty if there are none. The key is not checked.</summary>
    /// <param name="update">The update.</param>
    /// <param name="options">The settings of the call; null for the client's own.</param>
    /// <exception cref="UnsupportedCapabilityException">The provider does not have the operation.</exception>
    IReadOnlyList<FieldError> Check(CustomerUpdate update, CallOptions? options = null);
}
