namespace BillingClients.Chaos;

/// <summary>Calls a client as an application would, and notes what it was told.</summary>
internal static class Caller
{
    internal static async Task CreateAsync(ICustomerClient client, LedgerEntry entry)
    {
        (entry.Created, Customer? created) = await CallAsync(entry, async () => await client.CreateAsync(entry.Asked));
        entry.Id = created?.Id;
    }

    internal static async Task GetOrCreateAsync(ICustomerClient client, LedgerEntry entry)
    {
        (Told Told, Customer? Customer)[] answers = await Task.WhenAll(
            CallAsync(entry, async () => await client.GetOrCreateAsync(entry.Asked)), CallAsync(entry, async () => await client.GetOrCreateAsync(entry.Asked)));
        entry.GotOrCreated = [.. answers.Where(static answer => answer.Customer is not null).Select(static answer => answer.Customer!.Id)];
        entry.Created = answers.Min(static answer => answer.Told);
        entry.Id = entry.GotOrCreated.Count > 0 ? entry.GotOrCreated[0] : null;
    }

    internal static async Task UpdateAsync(ICustomerClient client, LedgerEntry entry, CustomerKey key, CustomerUpdate change) =>
        (entry.Updated, _) = await CallAsync(entry, async () => await client.UpdateAsync(key, change));

    internal static async Task DeleteAsync(ICustomerClient client, LedgerEntry entry, CustomerKey key) =>
        (entry.Deleted, _) = await CallAsync(entry, async () =>
        {
            await client.DeleteAsync(key);
            return (object?)null;
        });

    private static async Task<(Told Told, T? Result)> CallAsync<T>(LedgerEntry entry, Func<Task<T>> call)
        where T : class?
    {
        try
        {
            return (Told.Done, await call());
        }
        catch (BillingException failure)
        {
            entry.Failure = failure.Message;
            return (failure.OutcomeUnknown ? Told.Unknown : Told.Failed, null);
        }
        catch (Exception surprise) when (surprise is not OperationCanceledException)
        {
            entry.Untyped = surprise;
            return (Told.Untyped, null);
        }
    }
}
