namespace BillingClients;

/// <summary>The operations of <see cref="ICustomerClient"/>.</summary>
public static class CustomerOperation
{
    private const string Customer = "customer";

    /// <summary><see cref="ICustomerClient.CreateAsync"/>.</summary>
    public static BillingOperation Create { get; } = new(Customer, OperationKind.Create);

    /// <summary><see cref="ICustomerClient.GetAsync"/>.</summary>
    public static BillingOperation Get { get; } = new(Customer, OperationKind.Get);

    /// <summary><see cref="ICustomerClient.UpdateAsync"/>.</summary>
    public static BillingOperation Update { get; } = new(Customer, OperationKind.Update);

    /// <summary><see cref="ICustomerClient.DeleteAsync"/>.</summary>
    public static BillingOperation Delete { get; } = new(Customer, OperationKind.Delete);

    /// <summary><see cref="ICustomerClient.ListPageAsync"/>.</summary>
    public static BillingOperation List { get; } = new(Customer, OperationKind.List);
}
