using System.Text.Json;
using BillingClients.Json.Tests.Fixtures;

namespace BillingClients.Json.Tests;

public sealed class ModelTests
{
    public static TheoryData<string> Providers => [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    public static IReadOnlyList<JsonSerializerOptions> Options => Contracts.Options;

    private static ResponseInfo Response => new()
    {
        StatusCode = 201,
        RequestId = "req_1",
        Attempts = 2,
        RateLimit = new RateLimit(100, 99, DateTimeOffset.UnixEpoch.AddYears(60)),
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public void What_a_provider_can_do_round_trips(string provider)
    {
        ProviderDescriptor descriptor = DiscoveredProvider.Called(provider).Descriptor;
        foreach (JsonSerializerOptions options in Options)
        {
            ProviderDescriptor read = Contracts.RoundTrip(descriptor, options);

            CustomerCapabilities capabilities = read.Capabilities;
            capabilities.RequiredFields.ShouldBe(descriptor.Capabilities.RequiredFields);
            capabilities.Fields.ShouldBe(descriptor.Capabilities.Fields, ignoreOrder: true);
            (capabilities with { RequiredFields = descriptor.Capabilities.RequiredFields, Fields = descriptor.Capabilities.Fields })
                .ShouldBe(descriptor.Capabilities);
            (read.Name, read.DisplayName).ShouldBe((descriptor.Name, descriptor.DisplayName));
        }
    }

    [Fact]
    public void Capabilities_are_written_as_words() =>
        Contracts.Write(DiscoveredProvider.Called("flexprice").Descriptor, Options[0]).ShouldContain("\"get\":{\"byId\":\"Native\",\"byExternalId\":\"Native\"}");

    [Fact]
    public void A_calls_settings_round_trip_without_the_key()
    {
        CallOptions settings = new()
        {
            IdempotencyKey = "signup-1",
            Timeout = TimeSpan.FromSeconds(5),
            ApiKey = "canary-1815",
            Headers = new Dictionary<string, string> { ["X-Tenant"] = "acme" },
            UnsupportedFields = UnsupportedFields.Ignore,
        };
        foreach (JsonSerializerOptions options in Options)
        {
            Contracts.Write(settings, options).ShouldNotContain("canary");

            CallOptions read = Contracts.RoundTrip(settings, options);
            read.ApiKey.ShouldBeNull();
            (read.IdempotencyKey, read.Timeout, read.UnsupportedFields).ShouldBe((settings.IdempotencyKey, settings.Timeout, settings.UnsupportedFields));
            read.Headers.ShouldBe(settings.Headers);
        }
    }

    [Fact]
    public void A_page_round_trips()
    {
        CustomerPage page = new()
        {
            Items = [new Customer { Provider = "flexprice", Id = "cust_1", Response = Response }],
            NextPageToken = "100",
            TotalCount = 1815,
            Response = Response,
        };
        foreach (JsonSerializerOptions options in Options)
        {
            CustomerPage read = Contracts.RoundTrip(page, options);

            read.Items.ShouldHaveSingleItem().Response!.RateLimit.ShouldBe(Response.RateLimit);
            (read.NextPageToken, read.TotalCount).ShouldBe((page.NextPageToken, page.TotalCount));
            (read.Response!.StatusCode, read.Response.RequestId, read.Response.Attempts).ShouldBe((201, "req_1", 2));
        }
    }

    [Fact]
    public void A_list_request_round_trips()
    {
        CustomerListRequest request = new()
        {
            Email = "ada@example.com",
            ExternalId = "crm-1815",
            CreatedFrom = DateTimeOffset.UnixEpoch,
            CreatedTo = DateTimeOffset.UnixEpoch.AddDays(1),
            PageSize = 50,
            PageToken = "100",
        };
        foreach (JsonSerializerOptions options in Options)
        {
            CustomerListRequest read = Contracts.RoundTrip(request, options);

            (read with { ProviderFields = request.ProviderFields }).ShouldBe(request);
            read.ProviderFields.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Field_errors_round_trip()
    {
        IReadOnlyList<FieldError> errors = [new("BillingAddress.Country", "must be two letters"), new("Name", "is required")];

        foreach (JsonSerializerOptions options in Options)
        {
            Contracts.RoundTrip(errors, options).ShouldBe(errors);
        }
    }

    [Fact]
    public void An_applications_own_type_may_hold_the_parts_of_a_customer()
    {
        Stored stored = new()
        {
            Key = CustomerKey.FromExternalId("crm-1815"),
            Status = CustomerStatus.Active,
            Mode = CustomerMode.Live,
            Metadata = [new("tier", "gold")],
            TaxIds = [new("gb_vat", "GB1")],
            NewName = null,
            NewMetadata = [new("tier", "silver")],
            NewTaxIds = OptionalTaxIds.Null,
            Answer = new FlexpriceCustomer { Id = "cust_1" },
            Fields = new FlexpriceCustomerFields { Timezone = "UTC" },
        };

        Contracts.RoundTrip(stored, AppJsonContext.Default.Options).ShouldBe(stored);
        Contracts.RoundTrip(new Stored(), AppJsonContext.Default.Options).ShouldBe(new Stored());
    }

    /// <summary>Generated contracts set every property: properties that the JSON does not have become null.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"providerFields":null,"provider_fields":null,"requiredFields":null,"required_fields":null,"fields":null}""")]
    public void Lists_that_the_JSON_does_not_have_are_empty(string json)
    {
        foreach (JsonSerializerOptions options in Options)
        {
            Contracts.Read<CustomerCreate>(json, options).ProviderFields.ShouldBeEmpty();
            Contracts.Read<CustomerListRequest>(json, options).ProviderFields.ShouldBeEmpty();
            CustomerCapabilities none = Contracts.Read<ProviderDescriptor>($$"""{"capabilities":{{json}}}""", options).Capabilities;
            none.RequiredFields.ShouldBeEmpty();
            none.Field(CustomerField.Name).ShouldBe(default);
        }
    }
}
