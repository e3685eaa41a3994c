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

    /// <summary>
    /// The name in an update, for a provider with a single name field: the name, or else first and last name joined by a space; unset if none is set. An update
    /// that sets only one of first and last name is refused before it is sent.
    /// </summary>
    /// <param name="update">The update.</param>
    public static Optional<string?> Of(CustomerUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update.Name.IsSet || (!update.FirstName.IsSet && !update.LastName.IsSet)
            ? update.Name
            : Join(update.FirstName.ValueOr(null), update.LastName.ValueOr(null));
    }

    /// <summary>Refuses an update that sets only one of first and last name, because the whole name is then unknown.</summary>
    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        if (!update.Name.IsSet && update.FirstName.IsSet != update.LastName.IsSet)
        {
            check.Refuse(
                update.FirstName.IsSet ? nameof(update.LastName) : nameof(update.FirstName),
                "is unset, but the provider has a single name field. Set both FirstName and LastName, or Name");
        }
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
