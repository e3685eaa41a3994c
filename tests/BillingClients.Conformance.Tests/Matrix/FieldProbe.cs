namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>Tries one field: looks at the body that is sent, at what the provider stores, and at what is read.</summary>
internal static class FieldProbe
{
    internal static async Task<string> CreateAsync(Probe probe, CustomerField field)
    {
        if (!FieldValue.Written.Contains(field))
        {
            return Words.Unsupported;
        }

        CustomerCreate sample = probe.Next();
        Customer? created = null;
        Tried tried = await probe.TryAsync(async () => created = await probe.AddAsync(Customer(probe, field, sample)));

        return tried.Setback ?? Held(probe, tried, created!, field, sample);
    }

    internal static async Task<string> UpdateAsync(Probe probe, CustomerField field)
    {
        if (!FieldValue.Written.Contains(field))
        {
            return Words.Unsupported;
        }

        CustomerCreate sample = probe.Next();
        Customer customer = await probe.AddAsync(FullCustomer(probe));
        CustomerUpdate update = FieldValue.Update(field, sample, wholeName: probe.Declared.Field(field).Update != Support.Unsupported);
        Tried tried = await ChangeAsync(probe, customer, update);

        return tried.Setback ?? Held(probe, tried, customer, field, sample);
    }

    internal static async Task<string> ClearAsync(Probe probe, CustomerField field)
    {
        if (!FieldValue.Written.Contains(field))
        {
            return Words.Unsupported;
        }

        CustomerCreate sample = probe.Next();
        bool isStored = probe.Declared.Field(field).Create != Support.Unsupported;
        Customer customer = await probe.AddAsync(isStored ? Customer(probe, field, sample) : null);
        JsonLeaves given = JsonLeaves.Of(probe.Provider.Requests[^1].BodyText);
        Tried tried = await ChangeAsync(probe, customer, FieldValue.Update(field, new CustomerCreate()));
        if (tried.Setback is { } setback)
        {
            return setback;
        }

        // Native: where the value was given, nothing is given now.
        IReadOnlyList<string> texts = FieldValue.Texts(FieldValue.Of(sample, field));
        string[] emptied = [.. JsonLeaves.Of(tried.Last.BodyText).Empty];
        bool isEmptied = texts.SelectMany(given.PathsOf)
            .All(path => emptied.Any(empty => path == empty || path.StartsWith($"{empty}.", StringComparison.Ordinal)));
        bool isGone = probe.Stored(customer).Hold(texts, field) is null;
        return !isGone ? Words.Sent : isEmptied && given.Hold(texts, field) == Words.Native ? Words.Native : Words.Emulated;
    }

    internal static async Task<string> ReadAsync(Probe probe, CustomerField field)
    {
        Customer created = await probe.AddAsync(FullCustomer(probe));
        probe.Fill(created);

        Customer read = await probe.Client.GetAsync(probe.KeyOf(created), cancellationToken: Probe.Cancellation);

        return FieldValue.Of(read, field) is not { } value ? Words.Unsupported
            : !FieldValue.Written.Contains(field) ? Words.Native
            : probe.Stored(created).Hold(FieldValue.Texts(value), field) ?? "made up";
    }

    private static CustomerCreate Customer(Probe probe, CustomerField field, CustomerCreate sample) =>
        probe.NewCustomer().With(field, sample, wholeName: probe.Declared.Field(field).Create != Support.Unsupported);

    private static CustomerCreate FullCustomer(Probe probe)
    {
        CustomerCreate sample = probe.Next();
        return FieldValue.Written.Where(field => probe.Declared.Field(field).Create != Support.Unsupported)
            .Aggregate(new CustomerCreate(), (customer, field) => customer.With(field, sample));
    }

    private static Task<Tried> ChangeAsync(Probe probe, Customer customer, CustomerUpdate update) =>
        probe.TryAsync(() => probe.Client.UpdateAsync(probe.KeyOf(customer), update, cancellationToken: Probe.Cancellation));

    private static string Held(Probe probe, Tried tried, Customer customer, CustomerField field, CustomerCreate sample)
    {
        IReadOnlyList<string> texts = FieldValue.Texts(FieldValue.Of(sample, field));
        string? sent = JsonLeaves.Of(tried.Last.BodyText).Hold(texts, field);
        return sent is null || probe.Stored(customer).Hold(texts, field) is null ? Words.Dropped : sent;
    }
}
