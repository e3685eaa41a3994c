namespace BillingClients.Providers.Tests.All;

/// <summary>A create and an update with several problems of different kinds, and the properties that are refused, in order.</summary>
internal sealed record SpoiltRequest(CustomerCreate Create, string[] RefusedInCreate, CustomerUpdate Update, string[] RefusedInUpdate)
{
    /// <summary>Settings with two problems at most: no time, and a key where none is taken.</summary>
    internal static CallOptions Options => new() { Timeout = TimeSpan.Zero, IdempotencyKey = "signup-1815" };

    /// <summary>One for each provider, by its name.</summary>
    internal static IReadOnlyDictionary<string, SpoiltRequest> ByProvider => new Dictionary<string, SpoiltRequest>
    {
        ["atlas"] = Atlas,
        ["runonatlas"] = RunOnAtlas,
        ["flexprice"] = Flexprice,
        ["flowglad"] = Flowglad,
        ["flex"] = Flex,
    };

    private static SpoiltRequest Atlas => new(
        new CustomerCreate
        {
            ExternalId = "crm-1815",
            Phone = "",
            BillingAddress = new Address { City = "", Country = "\0" },
            TaxIds = [null!, new TaxId("eu_vat", null!)],
            Metadata = new Dictionary<string, string> { ["external_id"] = "crm-1906" },
            ProviderFields = [new AtlasCustomerFields { DefaultPaymentMethod = "pm_1" }],
        },
        [
            "CallOptions.Timeout", "Email", "Phone", "BillingAddress.City", "BillingAddress.Country", "TaxIds", "Metadata[external_id]",
            "AtlasCustomerFields.DefaultPaymentMethod",
        ],
        new CustomerUpdate
        {
            Email = null,
            TaxExempt = null,
            FirstName = "Ada",
            Phone = "",
            ExternalId = "crm-1815",
            Metadata = new Dictionary<string, string> { ["external_id"] = "crm-1906" },
            ProviderFields = [new AtlasCustomerFields { DefaultPaymentMethod = "" }],
        },
        [
            "CallOptions.Timeout", "CallOptions.IdempotencyKey", "Email", "TaxExempt", "Phone", "LastName", "Metadata[external_id]",
            "AtlasCustomerFields.DefaultPaymentMethod",
        ]);

    private static SpoiltRequest RunOnAtlas => new(
        new CustomerCreate
        {
            Email = "ada",
            Phone = "",
            BillingAddress = new Address { PostalCode = "SW1" },
            ShippingAddress = new Address { City = "", PostalCode = "" },
            TaxIds = [null!],
            Metadata = new Dictionary<string, string> { [""] = "" },
            ProviderFields = [new RunOnAtlasCustomerFields { StripeId = "" }],
        },
        [
            "CallOptions.Timeout", "CallOptions.IdempotencyKey", "Phone", "TaxIds", "Metadata", "ExternalId", "Email", "ShippingAddress.City",
            "ShippingAddress.PostalCode", "BillingAddress.PostalCode", "RunOnAtlasCustomerFields.StripeId",
        ],
        new CustomerUpdate
        {
            ExternalId = "crm-1906",
            FirstName = null,
            LastName = "King",
            Phone = "1815",
            Email = "",
            BillingAddress = new Address { PostalCode = "SW1" },
        },
        ["CallOptions.Timeout", "CallOptions.IdempotencyKey", "FirstName", "ExternalId", "Phone", "Email", "BillingAddress.PostalCode"]);

    private static SpoiltRequest Flexprice => new(
        new CustomerCreate
        {
            Name = new string('x', 256),
            Email = "",
            Phone = new string('1', 21),
            Description = "First programmer",
            BillingAddress = new Address { City = "", Country = "usa" },
            TaxExempt = true,
            Metadata = new Dictionary<string, string> { ["plan"] = null! },
            ProviderFields = [new FlexpriceCustomerFields { Timezone = "", TaxRateOverrides = [null!] }],
        },
        [
            "CallOptions.Timeout", "CallOptions.IdempotencyKey", "Description", "TaxExempt", "ExternalId", "Email", "BillingAddress.City", "Metadata", "Name", "Phone",
            "BillingAddress.Country", "FlexpriceCustomerFields.Timezone", "FlexpriceCustomerFields.TaxRateOverrides",
        ],
        new CustomerUpdate
        {
            Name = null,
            ExternalId = "..",
            Phone = new string('1', 21),
            Description = null,
            BillingAddress = new Address { City = "" },
            ProviderFields = [new FlexpriceCustomerFields { SkipOnboardingWorkflow = true }],
        },
        [
            "CallOptions.Timeout", "CallOptions.IdempotencyKey", "Name", "Description", "BillingAddress.City", "ExternalId", "Phone", "BillingAddress.Country",
            "FlexpriceCustomerFields",
        ]);

    private static SpoiltRequest Flowglad => new(
        new CustomerCreate
        {
            ExternalId = "crm/1815",
            FirstName = "",
            Phone = "1815",
            BillingAddress = new Address { City = "" },
            ProviderFields = [null!, new FlowgladCustomerFields { Domain = "" }],
        },
        [
            "CallOptions.Timeout", "CallOptions.IdempotencyKey", "ProviderFields", "Phone", "BillingAddress", "Email", "FirstName", "ExternalId",
            "FlowgladCustomerFields.Domain",
        ],
        new CustomerUpdate
        {
            ExternalId = "crm-1906",
            Email = "ada",
            LastName = "King",
            Phone = null,
            Metadata = new Dictionary<string, string> { ["plan"] = null! },
            ProviderFields = [new FlowgladCustomerFields { CatalogId = "cat_1", Archived = true }],
        },
        [
            "CallOptions.Timeout", "CallOptions.IdempotencyKey", "Phone", "ExternalId", "Metadata", "Email", "FirstName", "FlowgladCustomerFields.CatalogId",
            "FlowgladCustomerFields.Archived",
        ]);

    private static SpoiltRequest Flex => new(
        new CustomerCreate
        {
            ExternalId = "crm-1815",
            Name = "Ada",
            Email = "ada",
            BillingAddress = new Address { City = "" },
            ShippingAddress = new Address { City = "" },
            TaxExempt = true,
            Metadata = new Dictionary<string, string> { ["external_id"] = "crm-1906" },
            ProviderFields = [new FlexCustomerFields { Employer = "" }],
        },
        [
            "CallOptions.Timeout", "BillingAddress", "TaxExempt", "Email", "ShippingAddress.City", "Name", "Metadata[external_id]", "FlexCustomerFields.Employer",
        ],
        new CustomerUpdate
        {
            Name = "Ada King",
            FirstName = "Ada",
            Phone = "",
            Description = "First programmer",
            TaxIds = null,
            ProviderFields = [new FlexCustomerFields { CheckoutSessionId = "" }],
        },
        [
            "CallOptions.Timeout", "CallOptions.IdempotencyKey", "TaxIds", "Description", "Phone", "LastName", "FlexCustomerFields.CheckoutSessionId",
        ]);
}
