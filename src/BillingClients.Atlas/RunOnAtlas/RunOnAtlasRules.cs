using BillingClients.Providers;

namespace BillingClients;

/// <summary>What RunOnAtlas refuses by its own documents, refused before sending. Source: the constraints in its API reference.</summary>
/// <remarks>That no text may be empty is a rule of every provider here, kept by <see cref="RequestRules"/>.</remarks>
internal static class RunOnAtlasRules
{
    private const int FiveDigits = 5;
    private const int FiveAndFour = 10;

    private static readonly string[] Orders = ["asc", "desc"];
    private static readonly string[] OrderFields = ["createdAt", "email", "id", "name", "quickBooksId", "stripeId", "updatedAt"];

    internal static void Check(CustomerCreate customer)
    {
        const CustomerOperation Create = CustomerOperation.Create;
        CheckPostalCode(Create, "BillingAddress.PostalCode", customer.BillingAddress);
        CheckPostalCode(Create, "ShippingAddress.PostalCode", customer.ShippingAddress);
        Check(Create, ProviderFieldsOf.Find<RunOnAtlasCustomerFields>(customer.ProviderFields));
    }

    internal static void Check(CustomerUpdate update)
    {
        const CustomerOperation Update = CustomerOperation.Update;
        _ = CustomerName.Of(RunOnAtlasCapabilities.Descriptor, update);
        CheckPostalCode(Update, "BillingAddress.PostalCode", update.BillingAddress.ValueOr(null));
        CheckPostalCode(Update, "ShippingAddress.PostalCode", update.ShippingAddress.ValueOr(null));
        Check(Update, ProviderFieldsOf.Find<RunOnAtlasCustomerFields>(update.ProviderFields));
    }

    internal static void Check(CustomerListRequest request)
    {
        RunOnAtlasListFields? fields = ProviderFieldsOf.Find<RunOnAtlasListFields>(request.ProviderFields);
        Require(CustomerOperation.List, "RunOnAtlasListFields.Id", fields?.Id);
        Require(CustomerOperation.List, "RunOnAtlasListFields.QuickBooksId", fields?.QuickBooksId);
        Require(CustomerOperation.List, "RunOnAtlasListFields.StripeId", fields?.StripeId);
        Require(CustomerOperation.List, "RunOnAtlasListFields.Name", fields?.Name);
        RequireOneOf(Orders, "RunOnAtlasListFields.Order", fields?.Order);
        RequireOneOf(OrderFields, "RunOnAtlasListFields.OrderBy", fields?.OrderBy);
    }

    private static void Check(CustomerOperation operation, RunOnAtlasCustomerFields? fields)
    {
        Require(operation, "RunOnAtlasCustomerFields.QuickBooksId", fields?.QuickBooksId);
        Require(operation, "RunOnAtlasCustomerFields.StripeId", fields?.StripeId);
    }

    private static void CheckPostalCode(CustomerOperation operation, string property, Address? address)
    {
        if (address?.PostalCode is { } code && !IsZip(code))
        {
            throw Refuse(
                operation,
                property,
                "is no US ZIP code, such as 94105 or 94105-1234, and RunOnAtlas takes no other postal code. Leave it null for other countries");
        }
    }

    // ^\d{5}(-\d{4})?$, with no digits but ASCII and no line break at the end.
    private static bool IsZip(string code) => code.Length switch
    {
        FiveDigits => AreDigits(code),
        FiveAndFour => AreDigits(code.AsSpan(0, FiveDigits)) && code[FiveDigits] == '-' && AreDigits(code.AsSpan(FiveDigits + 1)),
        _ => false,
    };

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static void RequireOneOf(string[] words, string property, string? word)
    {
        if (word is not null && !words.Contains(word))
        {
            throw Refuse(CustomerOperation.List, property, $"must be one of {string.Join(", ", words)}, written so");
        }
    }

    private static void Require(CustomerOperation operation, string property, string? text) =>
        CustomerTexts.Require(RunOnAtlasCapabilities.Descriptor, operation, property, text);

    private static BillingValidationException Refuse(CustomerOperation operation, string property, string problem) =>
        Refusal.Request(RunOnAtlasCapabilities.Descriptor, operation, property, problem);
}
