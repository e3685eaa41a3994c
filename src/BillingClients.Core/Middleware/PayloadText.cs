using System.Globalization;
using System.Text;

namespace BillingClients.Providers;

/// <summary>What a call carries, as text, for those who asked for it. Everything in here is personal data.</summary>
internal static class PayloadText
{
    internal static string Of(CustomerKey key) => $"{key.Kind} = {key.Value}";

    internal static string Of(CustomerCreate customer)
    {
        StringBuilder text = new();
        foreach (FieldRow field in CustomerFieldTable.Rows)
        {
            Add(text, field.Name, field.ValueIn(customer));
        }

        Add(text, nameof(customer.ProviderFields), NullIfEmpty(customer.ProviderFields));
        return text.ToString();
    }

    internal static string Of(CustomerKey key, CustomerUpdate update)
    {
        StringBuilder text = new(Of(key));
        foreach (FieldRow field in CustomerFieldTable.Rows)
        {
            if (field.ValueIn(update) is { IsSet: true } change)
            {
                Add(text, field.Name, change.Value ?? "null");
            }
        }

        Add(text, nameof(update.ProviderFields), NullIfEmpty(update.ProviderFields));
        return text.ToString();
    }

    internal static string Of(Customer customer)
    {
        StringBuilder text = new();
        Add(text, nameof(customer.Id), customer.Id);
        foreach (FieldRow field in CustomerFieldTable.Rows)
        {
            Add(text, field.Name, field.ValueIn(customer) is var value && IsEmpty(value) ? null : value);
        }

        Add(text, nameof(customer.Status), customer.Status.Value);
        Add(text, nameof(customer.Mode), customer.Mode.Value);
        return text.ToString();
    }

    internal static string Of(CustomerListRequest request)
    {
        StringBuilder text = new();
        Add(text, nameof(request.Email), request.Email);
        Add(text, nameof(request.ExternalId), request.ExternalId);
        Add(text, nameof(request.CreatedFrom), request.CreatedFrom);
        Add(text, nameof(request.CreatedTo), request.CreatedTo);
        Add(text, nameof(request.PageSize), request.PageSize);
        Add(text, nameof(request.PageToken), request.PageToken);
        return text.ToString();
    }

    internal static string Of(CustomerPage page) => string.Join("; ", page.Items.Select(Of));

    private static object? NullIfEmpty(IReadOnlyList<ProviderFields>? fields) => fields is null or { Count: 0 } ? null : fields;

    private static bool IsEmpty(object? value) => value is IReadOnlyCollection<TaxId> { Count: 0 } or IReadOnlyCollection<KeyValuePair<string, string>> { Count: 0 };

    private static void Add(StringBuilder text, string name, object? value)
    {
        if (value is not null)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(name).Append(" = ").Append(TextOf(value));
        }
    }

    private static string TextOf(object value) => value switch
    {
        Address address => $"[{string.Join(", ", Lines(address).Where(static line => line is not null))}]",
        IEnumerable<TaxId> taxIds => $"[{string.Join(", ", taxIds.Select(static taxId => $"{taxId?.Type} {taxId?.Value}"))}]",
        IEnumerable<KeyValuePair<string, string>> pairs => $"[{string.Join(", ", pairs.Select(static pair => $"{pair.Key}: {pair.Value}"))}]",
        IEnumerable<ProviderFields> fields => $"[{string.Join(", ", fields)}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string?[] Lines(Address address) => [address.Line1, address.Line2, address.PostalCode, address.City, address.State, address.Country];
}
