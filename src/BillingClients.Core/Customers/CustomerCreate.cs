using System.Diagnostics;

namespace BillingClients;

/// <summary>A customer to create. Null means: do not send. What a provider requires, and what it cannot hold, stands in its capabilities.</summary>
[DebuggerDisplay("CustomerCreate")]
public sealed record CustomerCreate
{
    /// <summary>Makes a create in which nothing is set.</summary>
    public CustomerCreate()
    {
    }

    /// <summary>Makes a copy. Use it in languages without <c>with</c>, such as F# and Visual Basic.</summary>
    /// <param name="original">What is copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> is null.</exception>
    public CustomerCreate(CustomerCreate original)
    {
        ArgumentNullException.ThrowIfNull(original);
        ExternalId = original.ExternalId;
        Name = original.Name;
        FirstName = original.FirstName;
        LastName = original.LastName;
        Email = original.Email;
        Phone = original.Phone;
        Description = original.Description;
        BillingAddress = original.BillingAddress;
        ShippingAddress = original.ShippingAddress;
        TaxIds = original.TaxIds;
        TaxExempt = original.TaxExempt;
        Metadata = original.Metadata;
        ProviderFields = original.ProviderFields;
    }

    /// <summary>Your own identifier of the customer. A provider without such a field holds it in metadata, as <c>external_id</c>.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The whole name. Providers with one name take it, or else first and last name joined by a space.</summary>
    public string? Name { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number; <c>+14155550100</c> (E.164) is the safest form.</summary>
    public string? Phone { get; init; }

    /// <summary>Free text about the customer.</summary>
    public string? Description { get; init; }

    /// <summary>The address on the invoice.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>Where goods go.</summary>
    public Address? ShippingAddress { get; init; }

    /// <summary>Tax numbers.</summary>
    public TaxIdList? TaxIds { get; init; }

    /// <summary>True when no tax is charged.</summary>
    public bool? TaxExempt { get; init; }

    /// <summary>Your own keys and values.</summary>
    public CustomerMetadata? Metadata { get; init; }

    /// <summary>
    /// Typed extras, one record per provider. A client takes its own and ignores the others', so that one create can be sent to several providers.
    /// </summary>
    public IReadOnlyList<ProviderFields> ProviderFields { get; init => field = value is { Count: > 0 } ? value : []; } = [];

    /// <summary>The type's name only: the properties are personal data, and this text ends up in logs.</summary>
    public override string ToString() => nameof(CustomerCreate);
}
