using BillingClients.Providers;

namespace BillingClients;

/// <summary>Get or create by the key that the provider keeps unique.</summary>
internal static class GetOrCreateCustomer
{
    internal static async Task<Customer> RunAsync(ICustomerClient client, CustomerCreate customer, CallOptions? options, CancellationToken cancellationToken)
    {
        CustomerSearch search = SearchFor(client, customer, options);
        if (await FindFirstAsync(search, cancellationToken).ConfigureAwait(false) is { } existing)
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
            if (await FindWinnerAsync(search, conflict, cancellationToken).ConfigureAwait(false) is not { } winner)
            {
                throw;
            }

            return winner;
        }
    }

    private static CustomerSearch SearchFor(ICustomerClient client, CustomerCreate customer, CallOptions? options)
    {
        try
        {
            return CustomerSearch.For(client, customer, options);
        }
        catch (BillingException refusal)
        {
            client.GetService<CallTelemetry>()?.Refused(CustomerOperation.Create, refusal);
            throw;
        }
    }

    private static async Task<Customer?> FindFirstAsync(CustomerSearch search, CancellationToken cancellationToken)
    {
        try
        {
            return await search.FindAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BillingException failure) when (failure.Operation is { IsRead: true })
        {
            failure.Effect ??= WriteEffect.OfFirstLookUp(failure);
            throw;
        }
    }

    private static async Task<Customer?> FindWinnerAsync(CustomerSearch search, BillingConflictException conflict, CancellationToken cancellationToken)
    {
        try
        {
            return await search.FindWinnerAsync(conflict.ExistingId, cancellationToken).ConfigureAwait(false);
        }
        catch (BillingException failure) when (failure.Operation is { IsRead: true })
        {
            failure.Effect = WriteEffect.OfLastLookUp(conflict);
            throw;
        }
    }
}
