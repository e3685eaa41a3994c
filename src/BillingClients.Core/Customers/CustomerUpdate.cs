using System.Diagnostics;

namespace BillingClients;

/// <summary>What to change. An unset property is left as it is; null clears it; a value replaces it, collections and addresses as a whole.</summary>
[DebuggerDisplay("CustomerUpdate")]
public sealed record CustomerUpdate
{
    /// <summary>Your own identifier of the customer.</summary>
    public Optional<string?> ExternalId { get; init; }

    /// <summary>The whole name.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>The first name.</summary>
    public Optional<string?> FirstName { get; init; }

    /// <summary>The last name.</summary>
    public Optional<string?> LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>The telephone number.</summary>
    public Optional<string?> Phone { get; init; }

    /// <summary>Free text about the customer.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>The address on the invoice.</summary>
    public Optional<Address?> BillingAddress { get; init; }

    /// <summary>Where goods go.</summary>
    public Optional<Address?> ShippingAddress { get; init; }

    /// <summary>Tax numbers.</summary>
    public Optional<TaxId[]?> TaxIds { get; init; }

    /// <summary>True when no tax is charged.</summary>
    public Optional<bool?> TaxExempt { get; init; }

    /// <summary>Your own keys and values. No provider merges: the whole map is replaced.</summary>
    public Optional<Dictionary<string, string>?> Metadata { get; init; }

    /// <summary>Typed extras, one record per provider. A client takes its own and ignores the others'.</summary>
    public IReadOnlyList<ProviderFields> ProviderFields { get; init => field = value ?? []; } = [];

    /// <summary>The type's name only: the properties are personal data, and this text ends up in logs.</summary>
    public override string ToString() => nameof(CustomerUpdate);
}
