using Xunit;

namespace BillingClients.Conformance;

/// <summary>The fields of the common model, as rows of tests.</summary>
public static class CustomerFields
{
    /// <summary>The fields that a create can hold.</summary>
    public static TheoryData<CustomerField> Writable { get; } = new(Enum.GetValues<CustomerField>().Where(IsWritable));

    /// <summary>The fields that only the provider sets.</summary>
    public static TheoryData<CustomerField> SetByProvider { get; } = new(Enum.GetValues<CustomerField>().Where(static field => !IsWritable(field)));

    internal static IEnumerable<CustomerField> AllWritable => Enum.GetValues<CustomerField>().Where(IsWritable);

    internal static bool IsWritable(CustomerField field) =>
        field is not (CustomerField.CreatedAt or CustomerField.UpdatedAt or CustomerField.Status or CustomerField.Mode);

    internal static bool IsName(CustomerField field) => field is CustomerField.Name or CustomerField.FirstName or CustomerField.LastName;
}
