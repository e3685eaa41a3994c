using System.Reflection;

namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>Sets and reads one field of the common model, by its name: the properties of requests and customers are called like the fields.</summary>
internal static class FieldValue
{
    internal static readonly CustomerField[] Written =
        [.. Enum.GetValues<CustomerField>().Where(static field => typeof(CustomerCreate).GetProperty(field.ToString()) is not null)];

    /// <summary>The request with one field of the sample; of first and last name both, without a whole name, if that is asked for.</summary>
    internal static CustomerCreate With(this CustomerCreate request, CustomerField field, CustomerCreate sample, bool wholeName = false)
    {
        CustomerCreate copy = wholeName && IsPartOfName(field)
            ? request with { Name = null, FirstName = sample.FirstName, LastName = sample.LastName }
            : request with { };
        Property<CustomerCreate>(field).SetValue(copy, Of(sample, field));
        return copy;
    }

    /// <summary>An update of one field to the sample's; to null where the sample has none; of first and last name both, if that is asked for.</summary>
    internal static CustomerUpdate Update(CustomerField field, CustomerCreate sample, bool wholeName = false)
    {
        CustomerUpdate update = wholeName && IsPartOfName(field)
            ? new CustomerUpdate { FirstName = sample.FirstName, LastName = sample.LastName }
            : new CustomerUpdate();
        PropertyInfo property = Property<CustomerUpdate>(field);
        property.SetValue(update, property.PropertyType.GetMethod(nameof(Optional<string>.Of))!.Invoke(null, [Of(sample, field)]));
        return update;
    }

    internal static object? Of(CustomerCreate request, CustomerField field) => Property<CustomerCreate>(field).GetValue(request);

    /// <summary>The field of a customer; null when it is empty.</summary>
    internal static object? Of(Customer customer, CustomerField field) => Property<Customer>(field).GetValue(customer) switch
    {
        IReadOnlyList<TaxId> { Count: 0 } or IReadOnlyDictionary<string, string> { Count: 0 } => null,
        CustomerStatus status => status.Value,
        CustomerMode mode => mode.Value,
        var value => value,
    };

    /// <summary>The texts that a value is made of.</summary>
    internal static IReadOnlyList<string> Texts(object? value) => value switch
    {
        null => [],
        Address address => [.. new[] { address.Line1, address.Line2, address.City, address.State, address.PostalCode, address.Country }.OfType<string>()],
        IReadOnlyList<TaxId> taxIds => [.. taxIds.SelectMany(static taxId => new[] { taxId.Type, taxId.Value })],
        IReadOnlyDictionary<string, string> metadata => [.. metadata.Values],
        bool flag => [flag ? "true" : "false"],
        _ => [$"{value}"],
    };

    private static bool IsPartOfName(CustomerField field) => field is CustomerField.FirstName or CustomerField.LastName;

    private static PropertyInfo Property<T>(CustomerField field) => typeof(T).GetProperty(field.ToString())!;
}
