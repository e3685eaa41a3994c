using BillingClients.Providers;

namespace BillingClients.Core.Tests.Customers;

/// <summary>What is printed of the model holds no personal data: these texts end up in logs.</summary>
public sealed class PrintedTests
{
    private static readonly Customer Canary = new()
    {
        Provider = "fake",
        Id = "cust_1",
        ExternalId = "canary",
        Name = "canary",
        Metadata = CustomerMetadata.Empty,
        ProviderData = new OwnData { Words = "canary" },
        Response = new ResponseInfo { StatusCode = 200, RequestId = "req_1", Attempts = 1 },
    };

    public static TheoryData<object, string> Printed => new()
    {
        { Canary, "fake cust_1" },
        { Canary.ProviderData!, "OwnData" },
        { new CustomerCreate { Name = "canary" }, "CustomerCreate" },
        { new CustomerUpdate { Name = "canary" }, "CustomerUpdate" },
        { new Address { Line1 = "canary" }, "Address" },
        { new TaxId("eu_vat", "canary"), "TaxId" },
        { new FieldError("canary", "canary"), "FieldError" },
        { CustomerKey.FromExternalId("canary"), "ExternalId" },
        { new FlexpriceOptions { ApiKey = "canary" }, "FlexpriceOptions" },
        { new FlexpriceCustomerFields { Timezone = "canary" }, "FlexpriceCustomerFields" },
        { new CustomerPage { Items = [Canary, Canary], NextPageToken = "canary" }, "2 customers, more to come" },
        { new ProviderDescriptor("fake", "The fake", new CustomerCapabilities()), "The fake" },
    };

    [Theory]
    [MemberData(nameof(Printed), DisableDiscoveryEnumeration = true)]
    public void The_text_is_safe(object value, string text) => value.ToString().ShouldBe(text);

    [Fact]
    public void Types_that_are_not_records_print_their_name_only()
    {
        new CallOptions { ApiKey = "canary" }.ToString().ShouldBe("BillingClients.CallOptions");
        new BillingErrorDetails { Provider = "fake", ProviderMessage = "canary" }.ToString().ShouldBe("BillingClients.Providers.BillingErrorDetails");
    }

    private sealed record OwnData : ProviderData
    {
        public string? Words { get; init; }
    }
}
