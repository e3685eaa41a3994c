using System.Collections.Immutable;
using System.Diagnostics;
using BillingClients.Json;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>A customer as a provider holds it. Null means: the provider does not hold it or did not say.</summary>
/// <remarks>
/// Immutable. Compared property by property, collections and <see cref="Response"/> by reference; compare <see cref="Provider"/> and <see cref="Id"/> to ask
/// whether two are the same customer.
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
    public IReadOnlyList<TaxId> TaxIds { get; init; } = [];

    /// <summary>True when no tax is charged.</summary>
    public bool? TaxExempt { get; init; }

    /// <summary>Your own keys and values; empty when there are none. A value that is not text is held as its JSON.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = NoMetadata;

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

    /// <summary>A map without entries.</summary>
    public static IReadOnlyDictionary<string, string> NoMetadata { get; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The provider's own answer, as the customer record of its package.</summary>
    /// <typeparam name="T">The record of the provider's package.</typeparam>
    /// <returns>The answer, or null when it is another provider's.</returns>
    public T? As<T>()
        where T : ProviderData => ProviderData as T ?? (ProviderData as KeptProviderData)?.As<T>();

    /// <summary>Provider and id only: the rest is personal data, and this text ends up in logs.</summary>
    public override string ToString() => $"{Provider} {Id}";

    Customer IStoredResource<Customer>.With(ResponseInfo response) => this with { Response = response };
}
