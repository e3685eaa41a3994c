namespace BillingClients.Testing;

/// <summary>The texts of a customer, in the order of the documents. All are the same in requests and answers.</summary>
internal static class RunOnAtlasFields
{
    public const string ExternalId = "externalId";
    public const string Email = "email";

    public static IReadOnlyList<string> ZipCodes { get; } = ["billingZipCode", "shippingZipCode"];

    public static string[] InOrder { get; } =
    [
        "billingAddress1", "billingAddress2", "billingCity", "billingCountry", "billingState", "billingZipCode",
        "shippingAddress1", "shippingAddress2", "shippingCity", "shippingCountry", "shippingState", "shippingZipCode",
        ExternalId, Email, "name", "quickBooksId", "stripeId",
    ];
}
