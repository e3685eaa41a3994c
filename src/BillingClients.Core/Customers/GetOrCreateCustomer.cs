using BillingClients.Providers;

namespace BillingClients;

/// <summary>Get or create by the key that the provider keeps unique.</summary>
internal static class GetOrCreateCustomer
{
    internal static async Task<Customer> RunAsync(ICustomerClient client, CustomerCreate customer, CallOptions? options, CancellationToken cancellationToken)
    {
        Func<Task<Customer?>> find = FinderFor(client, customer, options, cancellationToken);
        if (await find().ConfigureAwait(false) is { } existing)
        {
            return existing;
        }

        try
        {
            return await client.CreateAsync(customer, options, cancellationToken).ConfigureAwait(false);
        }
        catch (BillingConflictException conflict)
        {
            // Somebody else created it between the look-up and the create.
            Customer? winner = conflict.ExistingId is { } id && client.Provider.Capabilities.Get.ById != Support.Unsupported
                ? await client.FindAsync(CustomerKey.FromId(id), options, cancellationToken).ConfigureAwait(false)
                : await find().ConfigureAwait(false);
            if (winner is null)
            {
                throw;
            }

            return winner;
        }
    }

    private static Func<Task<Customer?>> FinderFor(ICustomerClient client, CustomerCreate customer, CallOptions? options, CancellationToken cancellationToken)
    {
        CustomerCapabilities capabilities = client.Provider.Capabilities;
        bool byExternalId = capabilities.Get.ByExternalId != Support.Unsupported;
        if (byExternalId && (capabilities.UniqueKey == UniqueKey.ExternalId || customer.ExternalId is not null))
        {
            string externalId = customer.ExternalId ?? throw Missing(client.Provider, nameof(customer.ExternalId));
            return () => client.FindAsync(CustomerKey.FromExternalId(externalId), options, cancellationToken);
        }

        if (capabilities.Filters.Email == Support.Unsupported)
        {
            throw Refusal.Capability(
                client.Provider,
                CustomerOperation.Create,
                "GetOrCreateAsync",
                "look up customers by external id or e-mail address, which GetOrCreateAsync needs",
                "Store the ids that the provider returns, and use these.");
        }

        string email = customer.Email ?? throw Missing(client.Provider, nameof(customer.Email));
        return () => FindByEmailAsync(client, email, options, cancellationToken);
    }

    private static async Task<Customer?> FindByEmailAsync(ICustomerClient client, string email, CallOptions? options, CancellationToken cancellationToken)
    {
        CustomerPage page = await client.ListPageAsync(new CustomerListRequest { Email = email }, options, cancellationToken).ConfigureAwait(false);

        // Nobody else's customer, however loosely a provider filters.
        return page.Items.FirstOrDefault(customer => string.Equals(customer.Email, email, StringComparison.OrdinalIgnoreCase));
    }

    private static BillingValidationException Missing(ProviderDescriptor provider, string property) =>
        Refusal.Request(provider, CustomerOperation.Create, property, "is required, because GetOrCreateAsync looks up the customer by it");
}
