namespace BillingClients.Providers;

/// <summary>
/// Copies the arguments of a call before they are checked. Every attempt sends what was checked, even if the caller changes its collections meanwhile.
/// </summary>
internal static class RequestCopy
{
    internal static CustomerCreate Of(FieldCheck check, CustomerCreate customer) =>
        customer.TaxIds is null && customer.Metadata is null && IsNone(customer.ProviderFields) ? customer : customer with
        {
            TaxIds = Of(check, nameof(customer.TaxIds), customer.TaxIds),
            Metadata = Of(check, nameof(customer.Metadata), customer.Metadata),
            ProviderFields = Of(check, customer.ProviderFields),
        };

    internal static CustomerUpdate Of(FieldCheck check, CustomerUpdate update) =>
        !update.TaxIds.IsSet && !update.Metadata.IsSet && IsNone(update.ProviderFields) ? update : update with
        {
            TaxIds = update.TaxIds.IsSet ? Of(check, nameof(update.TaxIds), update.TaxIds.Value) : default(Optional<TaxId[]?>),
            Metadata = update.Metadata.IsSet ? Of(check, nameof(update.Metadata), update.Metadata.Value) : default(Optional<Dictionary<string, string>?>),
            ProviderFields = Of(check, update.ProviderFields),
        };

    internal static CustomerListRequest Of(FieldCheck check, CustomerListRequest request) =>
        IsNone(request.ProviderFields) ? request : request with { ProviderFields = Of(check, request.ProviderFields) };

    internal static Dictionary<string, string>? Of(FieldCheck check, string property, IReadOnlyDictionary<string, string>? map) =>
        map is null ? null : Read(check, property, map, static given => given.ToDictionary(StringComparer.Ordinal));

    private static TaxId[]? Of(FieldCheck check, string property, IReadOnlyList<TaxId>? taxIds) =>
        taxIds is null ? null : Read(check, property, taxIds, static given => given.ToArray());

    private static ProviderFields[] Of(FieldCheck check, IReadOnlyList<ProviderFields> fields)
    {
        const string Property = nameof(CustomerCreate.ProviderFields);
        ProviderFields[] copies = Read(check, Property, fields, static given => given.ToArray());
        for (int i = 0; i < copies.Length; i++)
        {
            ProviderFields own = OwnFields.Resolve(check, copies[i] ?? throw check.Refuse(Property, "has an entry that is null. Leave it out"));
            copies[i] = Read(check, own.ToString(), own, static given => given.Copy());
        }

        OwnFields.Check(check, copies);
        return copies;
    }

    private static bool IsNone(IReadOnlyList<ProviderFields> fields) => fields is ProviderFields[] { Length: 0 };

    // The collection is the caller's: it may change while it is read, or be of a type that throws. The exception may contain a key of the collection.
    private static TResult Read<TGiven, TResult>(FieldCheck check, string property, TGiven given, Func<TGiven, TResult> read)
    {
        try
        {
            return read(given);
        }
        catch (Exception failure) when (failure is not BillingException)
        {
            throw check.Refuse(property, $"could not be read ({failure.GetType().Name}). Pass a collection without duplicates that nothing changes meanwhile");
        }
    }
}
