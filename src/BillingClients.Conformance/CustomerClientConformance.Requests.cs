namespace BillingClients.Conformance;

/// <content>Requests that the provider takes, and keys of the customers that they made.</content>
public abstract partial class CustomerClientConformance<THarness>
{
    /// <summary>A customer with what the provider requires, and with whatever finds it again.</summary>
    protected CustomerCreate NewCustomer()
    {
        CustomerCreate sample = Harness.NextSample();
        return new CustomerCreate()
            .WithThoseOf(sample, Capabilities.RequiredFields)
            .WithThoseOf(sample, new[] { CustomerField.ExternalId, CustomerField.Name, CustomerField.Email }.Where(IsStored));
    }

    /// <summary>A new customer with one more field of a sample. Of first and last name, none comes alone or beside a whole name.</summary>
    private protected CustomerCreate NewCustomerWith(CustomerField field, CustomerCreate sample) =>
        field is CustomerField.FirstName or CustomerField.LastName && Capabilities.Field(field).Create != Support.Unsupported
            ? NewCustomer() with { Name = null, FirstName = sample.FirstName, LastName = sample.LastName }
            : NewCustomer().With(field, sample);

    /// <summary>A customer with every field that the provider stores.</summary>
    protected CustomerCreate FullCustomer() => new CustomerCreate().WithThoseOf(Harness.NextSample(), CustomerFields.AllWritable.Where(IsStored));

    /// <summary>Creates a customer.</summary>
    /// <param name="customer">The customer; null for a new one.</param>
    protected Task<Customer> AddAsync(CustomerCreate? customer = null) => Client.CreateAsync(customer ?? NewCustomer(), cancellationToken: Cancellation);

    /// <summary>The customer's key of that kind. Where it has none, one that is as good for being refused.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="kind">The kind of key.</param>
    protected CustomerKey KeyOf(Customer customer, CustomerKeyKind kind)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return kind == CustomerKeyKind.Id ? CustomerKey.FromId(customer.Id)
            : customer.ExternalId is { } externalId ? CustomerKey.FromExternalId(externalId)
            : Harness.MissingKey(CustomerKeyKind.ExternalId);
    }

    /// <summary>The customer's key of a kind that works for an operation; the id where neither is sure.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="keys">What is declared for the operation.</param>
    /// <param name="operation">The name in <see cref="CustomerCapabilities"/>, such as <c>Get</c>.</param>
    protected CustomerKey KeyFor(Customer customer, KeySupport keys, string operation)
    {
        bool byId = Works(keys.ById, $"{operation}.ById") || (keys.ById != Support.Unsupported && !Works(keys.ByExternalId, $"{operation}.ByExternalId"));
        return KeyOf(customer, byId ? CustomerKeyKind.Id : CustomerKeyKind.ExternalId);
    }

    /// <summary>The customer as it is read now.</summary>
    /// <param name="customer">The customer.</param>
    protected Task<Customer> ReadAsync(Customer customer) => Client.GetAsync(KeyFor(customer, Capabilities.Get, "Get"), cancellationToken: Cancellation);

    /// <summary>An update of one ordinary field; an empty one where the provider has no updates.</summary>
    protected CustomerUpdate NewUpdate() => CanChange.Take(1).Aggregate(new CustomerUpdate(), (update, field) => update.With(field, Harness.NextSample()));

    /// <summary>An ordinary call of an operation.</summary>
    /// <param name="client">The client.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="customer">The customer that a get, an update or a delete is about.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    protected Task CallAsync(ICustomerClient client, OperationKind operation, Customer customer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        CustomerKey key = KeyFor(customer, Capabilities.KeysFor(operation), operation.ToString());
        return operation switch
        {
            OperationKind.Create => client.CreateAsync(NewCustomer(), cancellationToken: cancellationToken),
            OperationKind.Get => client.GetAsync(key, cancellationToken: cancellationToken),
            OperationKind.Update => client.UpdateAsync(key, NewUpdate(), cancellationToken: cancellationToken),
            OperationKind.Delete => client.DeleteAsync(key, cancellationToken: cancellationToken),
            _ => client.ListPageAsync(new CustomerListRequest(), cancellationToken: cancellationToken),
        };
    }

    /// <summary>The fields that an update changes, one name at the most, and not the external id.</summary>
    private protected IEnumerable<CustomerField> CanChange => CustomerFields.AllWritable.Where(candidate =>
        candidate is not (CustomerField.ExternalId or CustomerField.FirstName or CustomerField.LastName)
        && Works(Capabilities.Field(candidate).Update, $"Fields.{candidate}.Update"));

    private protected bool IsStored(CustomerField field) => Works(Capabilities.Field(field).Create, $"Fields.{field}.Create");
}
