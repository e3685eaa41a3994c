namespace BillingClients.Providers;

/// <summary>Converts between one name and first and last name, in the same way for all providers. Pure. For writing a provider.</summary>
public static class CustomerName
{
    /// <summary>The name for a provider with a single name field: the name, or else first and last name joined by a space; null if none was given.</summary>
    public static string? Of(CustomerCreate customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return customer.Name ?? Join(customer.FirstName, customer.LastName);
    }

    /// <summary>Whether <see cref="Of(CustomerCreate)"/> returns a name.</summary>
    internal static bool IsIn(CustomerCreate customer) => (customer.Name ?? customer.FirstName ?? customer.LastName) is not null;

    /// <summary>The name in an update, for a provider with a single name field: the name, or else first and last name, which must then both be set.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="update">The update.</param>
    /// <exception cref="BillingValidationException">Only one of first and last name is set, so the whole name is unknown.</exception>
    public static Optional<string?> Of(ProviderDescriptor provider, CustomerUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.Name.IsSet || (!update.FirstName.IsSet && !update.LastName.IsSet))
        {
            return update.Name;
        }

        return update.FirstName.IsSet && update.LastName.IsSet
            ? Join(update.FirstName.Value, update.LastName.Value)
            : throw Refusal.Request(
                provider,
                CustomerOperation.Update,
                update.FirstName.IsSet ? "LastName" : "FirstName",
                "is unset, but the provider has a single name field. Set both FirstName and LastName, or Name");
    }

    /// <summary>First and last name joined by a space. If one is null, the other; if both are null, null.</summary>
    public static string? Join(string? firstName, string? lastName) =>
        firstName is null ? lastName : lastName is null ? firstName : $"{firstName} {lastName}";

    /// <summary>Splits a whole name at its last space; null when it is a single word.</summary>
    public static (string FirstName, string LastName)? Split(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string trimmed = name.Trim();
        int space = trimmed.LastIndexOf(' ');
        return space < 0 ? null : (trimmed[..space].TrimEnd(), trimmed[(space + 1)..]);
    }
}
