using BillingClients.Providers;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>Requests with something wrong in them, or something that a provider cannot do, and canaries in all of it.</summary>
public static class BadRequests
{
    private const string HalfACharacter = "\ud83d";

    /// <summary>Customers that some provider refuses, or the client for it.</summary>
    public static IEnumerable<CustomerCreate> Customers(Canaries canaries)
    {
        CustomerCreate good = canaries.Customer;
        Func<string, string>[] spoilers = [static text => text + HalfACharacter, static _ => "", static text => string.Concat(Enumerable.Repeat(text, 80))];
        return
        [
            good,
            new CustomerCreate { Name = canaries["first name"] },
            new CustomerCreate { Name = canaries["name"], FirstName = canaries["first name"] },
            good with { Email = canaries["description"] },
            good with { BillingAddress = good.BillingAddress! with { Country = canaries["billing city"], PostalCode = canaries["billing city"] } },
            good with { ShippingAddress = good.ShippingAddress! with { Country = canaries["billing city"], PostalCode = canaries["billing city"] } },
            good with { Metadata = new Dictionary<string, string> { [ExternalIdInMetadata.Key] = canaries["metadata value"] } },
            good with { Metadata = new[] { "email", "name", "phone" }.ToDictionary(static key => key, _ => canaries["metadata value"]) },
            good with { ProviderFields = [new AtlasCustomerFields { DefaultPaymentMethod = canaries["provider's own field"] }] },
            .. spoilers.SelectMany(spoil => Spoilt(canaries, spoil)),
        ];
    }

    /// <summary>Updates of that kind.</summary>
    public static IEnumerable<CustomerUpdate> Updates(Canaries canaries)
    {
        CustomerUpdate good = canaries.Update;
        return
        [
            good,
            new CustomerUpdate { FirstName = canaries["first name"] },
            good with { Email = canaries["description"] },
            good with { ExternalId = canaries["external id"] + HalfACharacter },
            good with { Phone = canaries["phone"] + HalfACharacter },
            good with
            {
                ExternalId = canaries["external id"],
                Metadata = new Dictionary<string, string> { [ExternalIdInMetadata.Key] = canaries["metadata value"] },
            },
            good with { BillingAddress = new Address { Country = canaries["billing city"], PostalCode = canaries["billing city"] } },
            good with { ProviderFields = [new FlowgladCustomerFields { CatalogId = canaries["provider's own field"], Archived = true }] },
            good with { ProviderFields = [new FlexCustomerFields { CheckoutSessionId = canaries["provider's own field"] }] },
            good with { ProviderFields = [new FlexpriceCustomerFields { OnboardingWorkflowName = canaries["provider's own field"] }] },
            .. Customers(canaries).Select(static bad =>
                new CustomerUpdate { Name = bad.Name, TaxIds = bad.TaxIds?.ToArray(), ProviderFields = bad.ProviderFields }),
        ];
    }

    /// <summary>Keys of that kind.</summary>
    public static IEnumerable<CustomerKey> Keys(Canaries canaries) =>
        from text in new[] { canaries["id"], canaries["external id"] }
        from bad in new[] { text + "\r\n", "\0" + text, text + HalfACharacter, string.Concat(Enumerable.Repeat(text, 200)), text }
        from key in new[] { CustomerKey.FromId(bad), CustomerKey.FromExternalId(bad) }
        select key;

    /// <summary>Lists of that kind.</summary>
    public static IEnumerable<CustomerListRequest> Lists(Canaries canaries) =>
    [
        new() { Email = canaries["description"] },
        new() { Email = canaries["e-mail"] },
        new() { ExternalId = canaries["external id"] },
        new() { ExternalId = canaries["external id"] + HalfACharacter },
        new() { PageToken = canaries["metadata value"] },
        new() { PageToken = canaries["metadata value"] + HalfACharacter },
        new() { PageToken = $"3:{canaries["metadata value"]}" },
        new() { PageSize = -1, Email = canaries["e-mail"] },
        new() { ProviderFields = [new RunOnAtlasListFields { Order = canaries["provider's own field"] }] },
        new() { ProviderFields = [new RunOnAtlasListFields { Name = canaries["provider's own field"] + HalfACharacter }] },
    ];

    /// <summary>Settings of a call of that kind.</summary>
    public static IEnumerable<CallOptions> Options(Canaries canaries) =>
    [
        new() { ApiKey = canaries.ApiKey + "\n" },
        new() { ApiKey = $"Bearer {canaries.ApiKey}" },
        new() { ApiKey = canaries["API key of a call"], Timeout = TimeSpan.Zero },
        new() { IdempotencyKey = canaries["idempotency key"] + "\r\n" },
        new() { IdempotencyKey = string.Concat(Enumerable.Repeat(canaries["idempotency key"], 20)) },
        .. new[] { "Authorization", "x-api-key", "Host", "Content-Type", "no name" }.Select(name => WithHeader(name, canaries["header"])),
        .. new[] { "\r\n", "\0", "\u00fc" }.Select(end => WithHeader("X-Correlation", canaries["header"] + end)),
    ];

    private static CallOptions WithHeader(string name, string value) => new() { Headers = new Dictionary<string, string> { [name] = value } };

    private static IEnumerable<CustomerCreate> Spoilt(Canaries canaries, Func<string, string> spoil)
    {
        CustomerCreate good = canaries.Customer;
        string own = spoil(canaries["provider's own field"]);
        return
        [
            good with { ExternalId = spoil(good.ExternalId!) },
            good with { Name = spoil(good.Name!) },
            good with { FirstName = spoil(good.FirstName!) },
            good with { LastName = spoil(good.LastName!) },
            good with { Email = spoil(good.Email!) },
            good with { Phone = spoil(good.Phone!) },
            good with { Description = spoil(good.Description!) },
            good with { BillingAddress = good.BillingAddress! with { Line1 = spoil(good.BillingAddress.Line1!) } },
            good with { BillingAddress = good.BillingAddress! with { City = spoil(good.BillingAddress.City!), State = spoil(good.BillingAddress.State!) } },
            good with { ShippingAddress = good.ShippingAddress! with { Line2 = spoil(good.ShippingAddress.Line2!) } },
            good with { TaxIds = [new TaxId(spoil(good.TaxIds![0].Type), spoil(good.TaxIds[0].Value))] },
            good with { Metadata = new Dictionary<string, string> { [spoil(canaries["metadata key"])] = canaries["metadata value"] } },
            good with { Metadata = new Dictionary<string, string> { [canaries["metadata key"]] = spoil(canaries["metadata value"]) } },
            good with { ProviderFields = [new RunOnAtlasCustomerFields { StripeId = own, QuickBooksId = own }] },
            good with { ProviderFields = [new FlexpriceCustomerFields { Timezone = own }, new FlexCustomerFields { Employer = own }] },
            good with { ProviderFields = [new FlowgladCustomerFields { Domain = own }] },
        ];
    }
}
