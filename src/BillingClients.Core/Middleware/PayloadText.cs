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
        Add(text, nameof(customer.ExternalId), customer.ExternalId);
        Add(text, nameof(customer.Name), customer.Name);
        Add(text, nameof(customer.FirstName), customer.FirstName);
        Add(text, nameof(customer.LastName), customer.LastName);
        Add(text, nameof(customer.Email), customer.Email);
        Add(text, nameof(customer.Phone), customer.Phone);
        Add(text, nameof(customer.Description), customer.Description);
        Add(text, nameof(customer.BillingAddress), customer.BillingAddress);
        Add(text, nameof(customer.ShippingAddress), customer.ShippingAddress);
        Add(text, nameof(customer.TaxIds), customer.TaxIds);
        Add(text, nameof(customer.TaxExempt), customer.TaxExempt);
        Add(text, nameof(customer.Metadata), customer.Metadata);
        Add(text, nameof(customer.ProviderFields), customer.ProviderFields.Count == 0 ? null : customer.ProviderFields);
        return text.ToString();
    }

    internal static string Of(CustomerKey key, CustomerUpdate update)
    {
        StringBuilder text = new(Of(key));
        AddSet(text, nameof(update.ExternalId), update.ExternalId);
        AddSet(text, nameof(update.Name), update.Name);
        AddSet(text, nameof(update.FirstName), update.FirstName);
        AddSet(text, nameof(update.LastName), update.LastName);
        AddSet(text, nameof(update.Email), update.Email);
        AddSet(text, nameof(update.Phone), update.Phone);
        AddSet(text, nameof(update.Description), update.Description);
        AddSet(text, nameof(update.BillingAddress), update.BillingAddress);
        AddSet(text, nameof(update.ShippingAddress), update.ShippingAddress);
        AddSet(text, nameof(update.TaxIds), update.TaxIds);
        AddSet(text, nameof(update.TaxExempt), update.TaxExempt);
        AddSet(text, nameof(update.Metadata), update.Metadata);
        Add(text, nameof(update.ProviderFields), update.ProviderFields.Count == 0 ? null : update.ProviderFields);
        return text.ToString();
    }

    internal static string Of(Customer customer)
    {
        StringBuilder text = new();
        Add(text, nameof(customer.Id), customer.Id);
        Add(text, nameof(customer.ExternalId), customer.ExternalId);
        Add(text, nameof(customer.Name), customer.Name);
        Add(text, nameof(customer.FirstName), customer.FirstName);
        Add(text, nameof(customer.LastName), customer.LastName);
        Add(text, nameof(customer.Email), customer.Email);
        Add(text, nameof(customer.Phone), customer.Phone);
        Add(text, nameof(customer.Description), customer.Description);
        Add(text, nameof(customer.BillingAddress), customer.BillingAddress);
        Add(text, nameof(customer.ShippingAddress), customer.ShippingAddress);
        Add(text, nameof(customer.TaxIds), customer.TaxIds.Count == 0 ? null : customer.TaxIds);
        Add(text, nameof(customer.TaxExempt), customer.TaxExempt);
        Add(text, nameof(customer.Metadata), customer.Metadata.Count == 0 ? null : customer.Metadata);
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

    private static void AddSet<T>(StringBuilder text, string name, Optional<T> value)
    {
        if (value.IsSet)
        {
            Add(text, name, value.Value is { } given ? given : "null");
        }
    }

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
        IEnumerable<TaxId> taxIds => $"[{string.Join(", ", taxIds.Select(static taxId => $"{taxId.Type} {taxId.Value}"))}]",
        IEnumerable<KeyValuePair<string, string>> pairs => $"[{string.Join(", ", pairs.Select(static pair => $"{pair.Key}: {pair.Value}"))}]",
        IEnumerable<ProviderFields> fields => $"[{string.Join(", ", fields)}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string?[] Lines(Address address) => [address.Line1, address.Line2, address.PostalCode, address.City, address.State, address.Country];
}
