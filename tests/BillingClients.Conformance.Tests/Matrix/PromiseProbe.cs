using System.Globalization;
using BillingClients.Testing;

namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>Tries what a provider promises or demands beside its operations: sizes, keys, duplicates, and what happens when an answer is lost.</summary>
internal static class PromiseProbe
{
    private const string IdempotencyKey = "matrix-1";

    /// <summary>The header with the API key, as it is sent.</summary>
    internal static async Task<string> KeyHeaderAsync(Probe probe)
    {
        await probe.AddAsync();
        string key = probe.Provider.ApiKey;
        return probe.Provider.Requests[0].Headers.Where(header => header.Value.Contains(key, StringComparison.Ordinal))
            .Select(header => $"`{header.Key}: {header.Value.Replace(key, "KEY", StringComparison.Ordinal)}`").Single();
    }

    /// <summary>The verb and path of a create, and what its body is wrapped in.</summary>
    internal static async Task<string> CreateRequestAsync(Probe probe)
    {
        CustomerCreate customer = probe.NewCustomer();
        await probe.AddAsync(customer);
        JournalEntry request = probe.Provider.Requests[^1];
        string[] path = JsonLeaves.Of(request.BodyText).PathsOf(customer.Email!).First().Split('.');
        return $"`{request.Method} {request.Path}`, {(path.Length == 1 ? "flat" : $"in `{path[0]}`")}";
    }

    internal static async Task<string> DefaultPageSizeAsync(Probe probe)
    {
        int declared = probe.Declared.DefaultPageSize ?? 1;
        await Task.WhenAll(Enumerable.Range(0, declared + 1).Select(_ => probe.NewCustomer()).ToArray().Select(probe.AddAsync));
        CustomerPage page = await probe.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Probe.Cancellation);
        return Text(page.Items.Count);
    }

    /// <summary>The declared size is answered, and one more is refused before sending.</summary>
    internal static async Task<string> MaxPageSizeAsync(Probe probe)
    {
        await probe.AddAsync();
        int declared = probe.Declared.MaxPageSize ?? 1;
        Tried most = await probe.TryAsync(() => ListAsync(declared));
        Tried tooMany = await probe.TryAsync(() => ListAsync(declared + 1));
        bool isTaken = most is { Failure: null, Requests: [var request] } && $"{request.Query}{request.BodyText}".Contains(Text(declared), StringComparison.Ordinal);
        return isTaken && tooMany is { Failure: BillingValidationException, Requests: [] } ? Text(declared) : $"{most.Failure} and {tooMany.Failure}";

        Task<CustomerPage> ListAsync(int size) =>
            probe.Client.ListPageAsync(new CustomerListRequest { PageSize = size }, cancellationToken: Probe.Cancellation);
    }

    /// <summary>The fields without which a create is refused before sending.</summary>
    internal static async Task<string> RequiredFieldsAsync(Probe probe)
    {
        List<CustomerField> required = [];
        foreach (CustomerField field in FieldValue.Written)
        {
            CustomerCreate without = probe.NewCustomer().With(field, new CustomerCreate());
            if (await probe.TryAsync(() => probe.AddAsync(without)) is { Failure: BillingValidationException, Requests: [] })
            {
                required.Add(field);
            }
        }

        return Text(required);
    }

    /// <summary>The field by which a second customer is refused.</summary>
    internal static async Task<string> UniqueKeyAsync(Probe probe)
    {
        CustomerCreate first = probe.NewCustomer().With(CustomerField.ExternalId, probe.Next());
        await probe.AddAsync(first);
        Tried sameExternalId = await probe.TryAsync(() => probe.AddAsync(probe.NewCustomer() with { ExternalId = first.ExternalId }));
        Tried sameEmail = await probe.TryAsync(() => probe.AddAsync(probe.NewCustomer() with { Email = first.Email }));
        UniqueKey key = sameExternalId.Failure is BillingConflictException ? UniqueKey.ExternalId
            : sameEmail.Failure is BillingConflictException ? UniqueKey.Email
            : UniqueKey.None;
        return $"{key}";
    }

    /// <summary>What a create does when another customer has the unique key.</summary>
    internal static async Task<string> TakenKeyAsync(Probe probe)
    {
        CustomerCreate first = probe.NewCustomer().With(CustomerField.ExternalId, probe.Next());
        await probe.AddAsync(first);
        CustomerCreate again = probe.NewCustomer().With(CustomerField.ExternalId, probe.Next());
        Tried tried = await probe.TryAsync(() => probe.AddAsync(
            probe.Declared.UniqueKey == UniqueKey.Email ? again with { Email = first.Email } : again with { ExternalId = first.ExternalId }));
        return probe.Declared.TakenKeyEffect == TakenKeyEffect.Unknown && tried.Requests.Count > 0 ? Words.Sent : tried.Failure switch
        {
            null when probe.Provider.Customers.Count == 2 => $"{TakenKeyEffect.CreatesSecond}",
            BillingConflictException { ExistingWasChanged: true } => $"{TakenKeyEffect.ChangesExisting}",
            BillingConflictException => $"{TakenKeyEffect.Refuses}",
            var other => $"{other}",
        };
    }

    internal static string Text(CustomerCapabilities can) => can.TakenKeyEffect == TakenKeyEffect.Unknown ? Words.Unknown : $"{can.TakenKeyEffect}";

    /// <summary>Whether a key is refused; and if it is sent, whether the provider honours it.</summary>
    internal static async Task<string> IdempotencyKeysAsync(Probe probe)
    {
        CustomerCreate customer = probe.NewCustomer();
        CallOptions options = new() { IdempotencyKey = IdempotencyKey };
        Customer? first = null;
        Customer? again = null;
        Tried tried = await probe.TryAsync(async () => first = await probe.Client.CreateAsync(customer, options, Probe.Cancellation));
        if (tried.Failure is BillingValidationException { Errors: [{ Field: "CallOptions.IdempotencyKey" }] } && tried.Requests.Count == 0)
        {
            return Words.Unsupported;
        }

        bool isSent = probe.Provider.Requests.SelectMany(static request => request.Headers).Any(static header => header.Value == IdempotencyKey);
        await probe.TryAsync(async () => again = await probe.Client.CreateAsync(customer, options, Probe.Cancellation));
        return first is null || !isSent ? $"{tried.Failure?.Message ?? "not sent"}" : again?.Id == first.Id ? Words.Native : Words.Sent;
    }

    /// <summary>Whether an update is sent again when its answer was lost.</summary>
    internal static async Task<string> UpdateIsSentAgainAsync(Probe probe)
    {
        Customer customer = await probe.AddAsync();
        return await IsSentAgainAsync(probe, () =>
            probe.Client.UpdateAsync(probe.KeyOf(customer), new CustomerUpdate { Name = probe.Next().Name }, cancellationToken: Probe.Cancellation));
    }

    /// <summary>Whether a delete is sent again when its answer was lost.</summary>
    internal static async Task<string> DeleteIsSentAgainAsync(Probe probe)
    {
        Customer customer = await probe.AddAsync();
        return await IsSentAgainAsync(probe, () => probe.Client.DeleteAsync(probe.KeyOf(customer), cancellationToken: Probe.Cancellation));
    }

    /// <summary>What a create ends with when the connection broke after the customer was stored, or before.</summary>
    internal static async Task<string> LostCreateAsync(Probe probe, SimulatedFault fault)
    {
        probe.Provider.Fault(fault);
        Tried tried = await probe.TryAsync(() => probe.AddAsync());
        return (tried.Failure, probe.Provider.Customers.Count) switch
        {
            (null, 1) => "the customer, once",
            (AmbiguousOutcomeException, 0 or 1) => "`AmbiguousOutcomeException`",
            var (failure, count) => $"{failure}, and {count} customers",
        };
    }

    internal static string Text(IReadOnlyList<CustomerField> fields) => fields.Count == 0 ? "none" : string.Join(", ", fields);

    internal static string Text(int? number) => number is { } known ? known.ToString(CultureInfo.InvariantCulture) : Words.Unknown;

    internal static string Text(bool yes) => yes ? "yes" : "no";

    private static async Task<string> IsSentAgainAsync(Probe probe, Func<Task> call)
    {
        probe.Provider.Fault(SimulatedFault.ResetAfterCommit, when: static request => request.Method != "GET");
        Tried tried = await probe.TryAsync(call);
        return Text(tried.Requests.Count(static request => request.Method != "GET") == 2);
    }
}
