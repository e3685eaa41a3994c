using BillingClients.Providers;

namespace BillingClients;

/// <summary>Refuses, before sending, what RunOnAtlas refuses according to its documents. Source: the constraints in its API reference.</summary>
/// <remarks><see cref="RequestCheck"/> refuses empty texts for every provider.</remarks>
internal static class RunOnAtlasLimits
{
    private const int FiveDigits = 5;
    private const int FiveAndFour = 10;

    private static readonly string[] Orders = ["asc", "desc"];
    private static readonly string[] OrderFields = ["createdAt", "email", "id", "name", "quickBooksId", "stripeId", "updatedAt"];

    internal static void Check(FieldCheck check, CustomerCreate customer)
    {
        CheckPostalCode(check, "BillingAddress.PostalCode", customer.BillingAddress);
        CheckPostalCode(check, "ShippingAddress.PostalCode", customer.ShippingAddress);
        Check(check, ProviderFieldsOf.Find<RunOnAtlasCustomerFields>(customer.ProviderFields));
    }

    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        CheckPostalCode(check, "BillingAddress.PostalCode", update.BillingAddress.ValueOr(null));
        CheckPostalCode(check, "ShippingAddress.PostalCode", update.ShippingAddress.ValueOr(null));
        Check(check, ProviderFieldsOf.Find<RunOnAtlasCustomerFields>(update.ProviderFields));
    }

    internal static void Check(FieldCheck check, CustomerListRequest request)
    {
        RunOnAtlasListFields? fields = ProviderFieldsOf.Find<RunOnAtlasListFields>(request.ProviderFields);
        check.TextInUrl("RunOnAtlasListFields.Id", fields?.Id);
        check.TextInUrl("RunOnAtlasListFields.QuickBooksId", fields?.QuickBooksId);
        check.TextInUrl("RunOnAtlasListFields.StripeId", fields?.StripeId);
        check.TextInUrl("RunOnAtlasListFields.Name", fields?.Name);
        RequireOneOf(check, Orders, "RunOnAtlasListFields.Order", fields?.Order);
        RequireOneOf(check, OrderFields, "RunOnAtlasListFields.OrderBy", fields?.OrderBy);
        RunOnAtlasPageToken.Check(check, request.PageToken, request.PageSize);
    }

    private static void Check(FieldCheck check, RunOnAtlasCustomerFields? fields)
    {
        check.Text("RunOnAtlasCustomerFields.QuickBooksId", fields?.QuickBooksId);
        check.Text("RunOnAtlasCustomerFields.StripeId", fields?.StripeId);
    }

    private static void CheckPostalCode(FieldCheck check, string property, Address? address)
    {
        if (address?.PostalCode is { } code && !IsZip(code))
        {
            check.Refuse(
                property,
                "is not a US ZIP code, such as 94105 or 94105-1234, and RunOnAtlas accepts no other postal codes. Leave it null for other countries");
        }
    }

    // ^\d{5}(-\d{4})?$, with ASCII digits only and without a line break at the end.
    private static bool IsZip(string code) => code.Length switch
    {
        FiveDigits => AreDigits(code),
        FiveAndFour => AreDigits(code.AsSpan(0, FiveDigits)) && code[FiveDigits] == '-' && AreDigits(code.AsSpan(FiveDigits + 1)),
        _ => false,
    };

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static void RequireOneOf(FieldCheck check, string[] words, string property, string? word)
    {
        if (word is not null && !words.Contains(word))
        {
            check.Refuse(property, $"must be exactly one of {string.Join(", ", words)}");
        }
    }
}
