using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>The fields of the common customer model.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CustomerField>))]
public enum CustomerField
{
    /// <summary>The application's own identifier.</summary>
    ExternalId,

    /// <summary>The whole name.</summary>
    Name,

    /// <summary>The first name.</summary>
    FirstName,

    /// <summary>The last name.</summary>
    LastName,

    /// <summary>The e-mail address.</summary>
    Email,

    /// <summary>The telephone number.</summary>
    Phone,

    /// <summary>Free text.</summary>
    Description,

    /// <summary>The address on the invoice.</summary>
    BillingAddress,

    /// <summary>Where goods go.</summary>
    ShippingAddress,

    /// <summary>Tax numbers.</summary>
    TaxIds,

    /// <summary>Whether no tax is charged.</summary>
    TaxExempt,

    /// <summary>The application's own keys and values.</summary>
    Metadata,

    /// <summary>When it was created; only read.</summary>
    CreatedAt,

    /// <summary>When it was last changed; only read.</summary>
    UpdatedAt,

    /// <summary>Whether it is in use; only read.</summary>
    Status,

    /// <summary>Live or test data; only read.</summary>
    Mode,
}
