using BillingClients.Providers;

namespace BillingClients.Testing;

/// <summary>
/// The rule for names, as adapters keep it: a provider with one name gets first and last joined, one with two gets the whole name split. Pure.
/// </summary>
internal sealed class FakeNames(ProviderDescriptor provider)
{
    private readonly bool _hasOne = provider.Capabilities.Field(CustomerField.FirstName).Create == Support.Emulated;
    private readonly bool _hasTwo = provider.Capabilities.Field(CustomerField.Name).Create == Support.Emulated;

    internal void Check(FieldCheck check, CustomerCreate customer) =>
        Check(check, customer.Name, hasParts: customer.FirstName is not null || customer.LastName is not null);

    internal void Check(FieldCheck check, CustomerUpdate update) =>
        Check(check, update.Name.ValueOr(null), hasParts: update.FirstName.IsSet || update.LastName.IsSet);

    internal CustomerCreate Place(CustomerCreate customer)
    {
        if (_hasOne)
        {
            return customer with { Name = CustomerName.Of(customer), FirstName = null, LastName = null };
        }

        if (!_hasTwo || customer.Name is null)
        {
            return customer;
        }

        if (customer.FirstName is not null || customer.LastName is not null)
        {
            return customer with { Name = null };
        }

        (string first, string last) = Split(customer.Name);
        return customer with { Name = null, FirstName = first, LastName = last };
    }

    internal CustomerUpdate Place(CustomerUpdate update)
    {
        if (_hasOne)
        {
            return update with { Name = CustomerName.Of(update), FirstName = default, LastName = default };
        }

        if (!_hasTwo || !update.Name.IsSet)
        {
            return update;
        }

        if (update.FirstName.IsSet || update.LastName.IsSet)
        {
            return update with { Name = default };
        }

        if (update.Name.Value is not { } name)
        {
            return update with { Name = default, FirstName = null, LastName = null };
        }

        (string first, string last) = Split(name);
        return update with { Name = default, FirstName = first, LastName = last };
    }

    private void Check(FieldCheck check, string? name, bool hasParts)
    {
        if (_hasTwo && name is not null && !hasParts && CustomerName.Split(name) is null)
        {
            check.Refuse("Name", "is a single word and cannot be split into first and last name. Set FirstName and LastName");
        }
    }

    // Check has refused what cannot be split.
    private static (string FirstName, string LastName) Split(string name) => CustomerName.Split(name)!.Value;
}
