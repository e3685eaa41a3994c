using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>A customer in Flex's words. Null means: absent in the answer. Source: Flex's documents, <c>api-reference/customers</c>.</summary>
public sealed record FlexCustomer : ProviderData
{
    /// <summary>The id, <c>fcus_…</c>.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The customer's employer.</summary>
    public string? Employer { get; init; }

    /// <summary>Where goods go.</summary>
    public FlexShippingAddress? Shipping { get; init; }

    /// <summary>The application's own keys and values. Flex takes them as a text and returns them as an object.</summary>
    public CustomerMetadata? Metadata { get; init; }

    /// <summary>When it was created; ISO 8601. A number is kept here and is not read: its unit is not documented.</summary>
    public WireTimestamp? CreatedAt { get; init; }

    /// <summary>True for test data, false for live data.</summary>
    public bool? TestMode { get; init; }
}
