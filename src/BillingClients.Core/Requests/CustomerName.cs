namespace BillingClients.Providers;

/// <summary>One rule for providers with one name and with two. Pure. For writing a provider.</summary>
public static class CustomerName
{
    /// <summary>The name for a provider that has one: the name, or first and last joined by a space; null when none was given.</summary>
    public static string? Of(CustomerCreate customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return customer.Name ?? Join(customer.FirstName, customer.LastName);
    }

    /// <summary>Whether <see cref="Of(CustomerCreate)"/> has a name to give.</summary>
    internal static bool IsIn(CustomerCreate customer) => (customer.Name ?? customer.FirstName ?? customer.LastName) is not null;

    /// <summary>The name for a provider that has one, in an update: the name, or first and last, which must both be set then.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="update">The update.</param>
    /// <exception cref="BillingValidationException">Only one of first and last name is set, and a whole name cannot be made of it.</exception>
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
                provider, CustomerOperation.Update, update.FirstName.IsSet ? "LastName" : "FirstName", "is unset, and the provider has one name only. Set both, or Name");
    }

    /// <summary>First and last name joined by a space; the one that is given when the other is null; null when both are.</summary>
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
