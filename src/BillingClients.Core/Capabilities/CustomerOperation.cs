namespace BillingClients;

/// <summary>The operations of <see cref="ICustomerClient"/>.</summary>
public enum CustomerOperation
{
    /// <summary><see cref="ICustomerClient.CreateAsync"/>.</summary>
    Create,

    /// <summary><see cref="ICustomerClient.GetAsync"/>.</summary>
    Get,

    /// <summary><see cref="ICustomerClient.UpdateAsync"/>.</summary>
    Update,

    /// <summary><see cref="ICustomerClient.DeleteAsync"/>.</summary>
    Delete,

    /// <summary><see cref="ICustomerClient.ListPageAsync"/>.</summary>
    List,
}
