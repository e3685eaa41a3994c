using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>A stored customer. Unset strings are empty, as the database has them.</summary>
internal sealed record FlexpriceCustomer
{
    public const string Published = "published";
    public const string Archived = "archived";

    public required string Id { get; init; }
    public required string ExternalId { get; init; }
    public required string Name { get; init; }
    public string Email { get; init; } = "";
    public string? Contact { get; init; }
    public string AddressLine1 { get; init; } = "";
    public string AddressLine2 { get; init; } = "";
    public string AddressCity { get; init; } = "";
    public string AddressState { get; init; } = "";
    public string AddressPostalCode { get; init; } = "";
    public string AddressCountry { get; init; } = "";
    public string Timezone { get; init; } = "UTC";
    public SortedDictionary<string, string>? Metadata { get; init; }
    public string Status { get; init; } = Published;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The row before the last write, for a replica that lags; null when there was none.</summary>
    public FlexpriceCustomer? Before { get; private init; }

    /// <summary>The row as it was then; null when it was not there yet.</summary>
    public FlexpriceCustomer? AsOf(DateTimeOffset moment) => UpdatedAt <= moment ? this : Before?.AsOf(moment);

    /// <summary>The row that a write leaves. Rows that no replica shows any more are dropped.</summary>
    public FlexpriceCustomer Replacing(FlexpriceCustomer row, DateTimeOffset now, DateTimeOffset replicatedUntil) =>
        this with { UpdatedAt = now, Before = row.WithoutRowsBefore(replicatedUntil) };

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["external_id"] = ExternalId,
            ["name"] = Name,
            ["email"] = Email,
        };
        if (Contact is not null)
        {
            json["contact"] = Contact;
        }

        json["address_line1"] = AddressLine1;
        json["address_line2"] = AddressLine2;
        json["address_city"] = AddressCity;
        json["address_state"] = AddressState;
        json["address_postal_code"] = AddressPostalCode;
        json["address_country"] = AddressCountry;
        json["timezone"] = Timezone;
        json["metadata"] = Metadata is null ? null : JsonText.FromMap(Metadata);
        json["environment_id"] = "env_01JD3Q0000000000000000000A";
        json["tenant_id"] = "tenant_01JD3Q0000000000000000000B";
        json["status"] = Status;
        json["created_at"] = Rfc3339(CreatedAt);
        json["updated_at"] = Rfc3339(UpdatedAt);
        json["created_by"] = "user_01JD3Q0000000000000000000C";
        json["updated_by"] = "user_01JD3Q0000000000000000000C";
        return json;
    }

    private FlexpriceCustomer WithoutRowsBefore(DateTimeOffset moment) =>
        this with { Before = UpdatedAt <= moment ? null : Before?.WithoutRowsBefore(moment) };

    // Go leaves out the zeros at the end of a fraction, and the fraction when it is zero.
    private static string Rfc3339(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
