using System.Diagnostics;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>A customer as a provider holds it. Null means: the provider does not hold it or did not say.</summary>
/// <remarks>
/// Immutable. Compared property by property. Compare <see cref="Provider"/> and <see cref="Id"/> to ask whether two are the same customer.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Customer : IStoredResource<Customer>
{
    /// <summary>The provider's name: <see cref="ProviderDescriptor.Name"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's id. Opaque: do not take it apart.</summary>
    public required string Id { get; init; }

    /// <summary>Your own identifier.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The whole name; at a provider with two names, first and last joined by a space.</summary>
    public string? Name { get; init; }

    /// <summary>The first name; null at providers with one name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name; null at providers with one name.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Free text about the customer.</summary>
    public string? Description { get; init; }

    /// <summary>The address on the invoice.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>Where goods go.</summary>
    public Address? ShippingAddress { get; init; }

    /// <summary>Tax numbers; empty when there are none.</summary>
    public TaxIdList TaxIds { get; init => field = value ?? TaxIdList.Empty; } = TaxIdList.Empty;

    /// <summary>True when no tax is charged.</summary>
    public bool? TaxExempt { get; init; }

    /// <summary>Your own keys and values; empty when there are none. A value that is not text is held as its JSON.</summary>
    public CustomerMetadata Metadata { get; init => field = value ?? CustomerMetadata.Empty; } = CustomerMetadata.Empty;

    /// <summary>When it was created, by the provider's clock; null where the provider does not say, or not in a form that can be read.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed, by the provider's clock.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether it is in use.</summary>
    public CustomerStatus Status { get; init; }

    /// <summary>Live or test data.</summary>
    public CustomerMode Mode { get; init; }

    /// <summary>What the provider answered, field by field in its own words: see <see cref="As{T}"/>. Null in a customer that no provider answered.</summary>
    public ProviderData? ProviderData { get; init; }

    /// <summary>The answer that brought this customer: status, request id, attempts, rate limits. Null in a customer that no provider answered.</summary>
    public ResponseInfo? Response { get; init; }

    /// <summary>The provider's own answer, as the customer record of its package.</summary>
    /// <typeparam name="T">The record of the provider's package.</typeparam>
    /// <returns>The answer, or null when it is another provider's.</returns>
    public T? As<T>()
        where T : ProviderData => ProviderData as T ?? (ProviderData as KeptProviderData)?.As<T>();

    /// <summary>A create of the same customer, to be sent to another provider or account.</summary>
    /// <returns>
    /// All fields that a create has, except empty ones. The provider's own data, status, mode and dates are not copied. Neither is the metadata entry
    /// <c>external_id</c>, if its value is the external id.
    /// </returns>
    public CustomerCreate ToCreate() => CustomerCopy.ToCreate(this, WireText.NullIfEmpty(ExternalId));

    /// <summary>A create of the same customer with another external id.</summary>
    /// <param name="externalId">The external id of the copy; null for none.</param>
    /// <inheritdoc cref="ToCreate()"/>
    public CustomerCreate ToCreate(string? externalId) => CustomerCopy.ToCreate(this, externalId);

    /// <summary>An update that gives another customer the fields of this one.</summary>
    /// <returns>
    /// The fields of <see cref="ToCreate()"/> except the external id. What this customer does not have stays unset, so the update does not clear it. A name is
    /// replaced as a whole: if this customer has a first name and no last name, the last name is cleared.
    /// </returns>
    public CustomerUpdate ToUpdate() => CustomerCopy.ToUpdate(this);

    /// <summary>Provider and id only: the rest is personal data, and this text ends up in logs.</summary>
    public override string ToString() => $"{Provider} {Id}";

    Customer IStoredResource<Customer>.With(ResponseInfo response) => this with { Response = response };
}
