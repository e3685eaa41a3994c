using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>Refuses a provider's own records that the operation does not take. Other providers' records are ignored.</summary>
internal static class OwnFields
{
    /// <summary>Reads a record that was kept as JSON, if it is registered by now. Returns any other record as it is, and null if the JSON is refused.</summary>
    internal static ProviderFields? Resolve(FieldCheck check, ProviderFields given)
    {
        if (given is not KeptProviderFields kept || ProviderRecords.Find<ProviderFields>(kept.Name) is not { } record)
        {
            return given;
        }

        try
        {
            return (ProviderFields)record.Read(kept.Properties);
        }
        catch (JsonException)
        {
            check.Refuse(record.Type.Name, $"has JSON that cannot be read. Write it as {record.Name}'s properties are documented");
            return null;
        }
    }

    /// <summary>Refuses a record that is for another operation, a second record of the same type, and a name that the provider does not have.</summary>
    internal static void Check(FieldCheck check, ReadOnlySpan<ProviderFields> given)
    {
        for (int i = 0; i < given.Length; i++)
        {
            if (given[i] is KeptProviderFields kept)
            {
                CheckName(check, kept.Name);
            }
            else if (ProviderRecords.Find(given[i].GetType()) is { } record && ProviderRecord.IsNameOf(check.Provider, record.Name))
            {
                CheckKind(check, record);
                CheckOnce(check, record.Type, given[..i]);
            }
        }
    }

    private static void CheckName(FieldCheck check, string name)
    {
        if (ProviderRecord.IsNameOf(check.Provider, name))
        {
            string[] names = [.. ProviderRecords.NamesFor(check.Provider, check.Operation.Kind)];
            string remedy = names.Length == 0 ? "Leave it out" : $"Write {string.Join(" or ", names)}";
            check.Refuse(
                nameof(CustomerCreate.ProviderFields), $"has an entry whose \"{RecordJson.NameProperty}\" is not a record of {check.Provider.DisplayName}. {remedy}");
        }
    }

    private static void CheckKind(FieldCheck check, ProviderRecord record)
    {
        if (!record.Operations.Contains(check.Operation.Kind))
        {
            check.Refuse(record.Type.Name, $"is for {string.Join(" and ", record.Operations)}, not for {check.Operation}. Leave it out");
        }
    }

    private static void CheckOnce(FieldCheck check, Type type, ReadOnlySpan<ProviderFields> before)
    {
        foreach (ProviderFields other in before)
        {
            if (other.GetType() == type)
            {
                check.Refuse(type.Name, "is given twice. Set all its properties in one, and leave the other out");
            }
        }
    }
}
