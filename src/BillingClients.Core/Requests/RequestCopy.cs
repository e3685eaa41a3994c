namespace BillingClients.Providers;

/// <summary>
/// Copies the arguments of a call before they are checked, and leaves out empty values. Every attempt sends what was checked, even if the caller changes its
/// collections meanwhile. A collection that cannot be read is refused and left out.
/// </summary>
internal static class RequestCopy
{
    internal static CustomerCreate Of(FieldCheck check, CustomerCreate customer)
    {
        customer = EmptyFields.LeaveOut(check.Provider.Capabilities, customer);
        return IsNone(customer.ProviderFields) ? customer : customer with { ProviderFields = Of(check, customer.ProviderFields) };
    }

    internal static CustomerUpdate Of(FieldCheck check, CustomerUpdate update)
    {
        update = EmptyFields.Clear(check.Provider.Capabilities, update);
        return IsNone(update.ProviderFields) ? update : update with { ProviderFields = Of(check, update.ProviderFields) };
    }

    internal static CustomerListRequest Of(FieldCheck check, CustomerListRequest request) =>
        IsNone(request.ProviderFields) ? request : request with { ProviderFields = Of(check, request.ProviderFields) };

    internal static Dictionary<string, string>? Of(FieldCheck check, string property, IReadOnlyDictionary<string, string>? map) =>
        map is null ? null : Read(check, property, map, static given => given.ToDictionary(StringComparer.Ordinal));

    private static ProviderFields[] Of(FieldCheck check, IReadOnlyList<ProviderFields> fields)
    {
        const string Property = nameof(CustomerCreate.ProviderFields);
        ProviderFields?[] copies = Read(check, Property, fields, static given => given.ToArray()) ?? [];
        for (int i = 0; i < copies.Length; i++)
        {
            if (copies[i] is { } given)
            {
                copies[i] = OwnFields.Resolve(check, given) is { } own ? Read(check, own.ToString(), own, static own => own.Copy()) : null;
            }
            else
            {
                check.Refuse(Property, "has an entry that is null. Leave it out");
            }
        }

        ProviderFields[] read = Array.Exists(copies, static copy => copy is null) ? [.. copies.OfType<ProviderFields>()] : (ProviderFields[])copies!;
        OwnFields.Check(check, read);
        return read;
    }

    private static bool IsNone(IReadOnlyList<ProviderFields> fields) => fields is ProviderFields[] { Length: 0 };

    // The collection is the caller's: it may change while it is read, or be of a type that throws. The exception may contain a key of the collection.
    private static TResult? Read<TGiven, TResult>(FieldCheck check, string property, TGiven given, Func<TGiven, TResult> read)
        where TResult : class
    {
        try
        {
            return read(given);
        }
        catch (Exception failure) when (failure is not BillingException)
        {
            check.Refuse(property, $"could not be read ({failure.GetType().Name}). Pass a collection without duplicates that nothing changes meanwhile");
            return null;
        }
    }
}
