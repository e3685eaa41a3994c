using BillingClients.Providers;

namespace BillingClients.Core.Tests.Checks;

/// <summary>What a provider does not support, and what no provider takes, is refused before anything is sent.</summary>
public sealed class RequestCheckTests
{
    private static readonly CustomerKey Id = CustomerKey.FromId("cust_1");
    private static readonly CustomerKey ExternalId = CustomerKey.FromExternalId("crm-1815");

    private static readonly CustomerCapabilities Everything = new()
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Native, Support.Native),
        Update = new KeySupport(Support.Native, Support.Native),
        Delete = new KeySupport(Support.Native, Support.Native),
        List = Support.Native,
        Filters = new FilterSupport(Support.Native, Support.Native, Support.Native, Support.Native),
        MaxPageSize = 100,
        Fields = Enum.GetValues<CustomerField>().ToDictionary(static each => each, static _ => FieldSupport.All(Support.Native)),
    };

    private static readonly CustomerCreate Whole = new()
    {
        ExternalId = "crm-1815",
        Name = "Ada Lovelace",
        FirstName = "Ada",
        LastName = "Lovelace",
        Email = "ada@example.com",
        Phone = "1815",
        Description = "First programmer",
        BillingAddress = new Address { Line1 = "1", Line2 = "2", City = "London", State = "L", PostalCode = "SW1", Country = "GB" },
        ShippingAddress = new Address { City = "Paris" },
        TaxIds = [new TaxId("eu_vat", "DE1"), new TaxId("gb_vat", "GB2")],
        TaxExempt = true,
        Metadata = new Dictionary<string, string> { ["tier"] = "gold", ["note"] = "" },
    };

    public static TheoryData<CustomerField> Fields => [.. Enum.GetValues<CustomerField>().Where(IsSent)];

    [Fact]
    public void What_is_supported_is_taken_as_it_is()
    {
        CallCheck check = CheckOf(Everything);

        CustomerCreate taken = check.Create(Whole, options: null);
        Enum.GetValues<CustomerField>().Where(IsSent).ShouldAllBe(field => ValueIn(taken, field) != null);
        taken.Name.ShouldBe("Ada Lovelace");
        check.Update(Id, new CustomerUpdate { Name = "Ada King", Email = null }, options: null).Name.Value.ShouldBe("Ada King");
        CustomerListRequest request = new() { Email = "ada@example.com", ExternalId = "crm-1", PageSize = 100, PageToken = "next" };
        check.List(request).ShouldBe(request);
        check.Key(CustomerOperation.Get, ExternalId);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_that_cannot_be_stored_is_refused_or_left_out(CustomerField field)
    {
        CustomerCapabilities without = Without(field);

        UnsupportedFieldException refused = Should.Throw<UnsupportedFieldException>(() => CheckOf(without).Create(Whole, options: null));
        CustomerCreate rest = CheckOf(without, UnsupportedFields.Ignore).Create(Whole, options: null);

        refused.Field.ShouldBe(field);
        refused.Message.ShouldContain($"Own cannot store {field}.");
        refused.Message.ShouldEndWith("Nothing was sent.");
        ValueIn(rest, field).ShouldBeNull();
        Enum.GetValues<CustomerField>().Where(other => IsSent(other) && other != field).ShouldAllBe(other => ValueIn(rest, other) != null);
    }

    [Theory]
    [InlineData(CustomerField.Phone, "phone=1815")]
    [InlineData(CustomerField.TaxExempt, "tax_exempt=true")]
    [InlineData(CustomerField.TaxIds, "tax_id_1_type=eu_vat tax_id_1_value=DE1 tax_id_2_type=gb_vat tax_id_2_value=GB2")]
    [InlineData(CustomerField.ShippingAddress, "shipping_address_city=Paris")]
    [InlineData(
        CustomerField.BillingAddress,
        "billing_address_line1=1 billing_address_line2=2 billing_address_city=London billing_address_state=L billing_address_postal_code=SW1"
            + " billing_address_country=GB")]
    public void Or_it_is_stored_in_metadata(CustomerField field, string entries)
    {
        CustomerCreate stored = CheckOf(Without(field), UnsupportedFields.StoreInMetadata).Create(Whole, options: null);

        ValueIn(stored, field).ShouldBeNull();
        string.Join(' ', stored.Metadata!.Except(Whole.Metadata!).Select(static entry => $"{entry.Key}={entry.Value}")).ShouldBe(entries);
        stored.Metadata!["tier"].ShouldBe("gold");
    }

    [Fact]
    public void An_entry_that_is_there_already_is_not_overwritten()
    {
        CallCheck check = CheckOf(Without(CustomerField.Phone), UnsupportedFields.StoreInMetadata);
        CustomerCreate customer = new() { Phone = "1815", Metadata = new Dictionary<string, string> { ["phone"] = "1815" } };

        check.Create(customer, options: null).Metadata!["phone"].ShouldBe("1815");
        Refused(() => check.Create(customer with { Phone = "1816" }, options: null)).ShouldContain("Metadata[phone] already has a value");
    }

    [Fact]
    public void A_provider_without_metadata_stores_nothing_there()
    {
        CustomerCapabilities without = Without(CustomerField.Phone, CustomerField.Metadata);

        Refused(() => CheckOf(without, UnsupportedFields.StoreInMetadata).Create(new CustomerCreate { Phone = "1815" }, options: null))
            .ShouldContain("set UnsupportedFields to Ignore, for");
        Refused(() => CheckOf(Without(CustomerField.Phone)).Create(new CustomerCreate { Phone = "1815" }, options: null))
            .ShouldContain("set UnsupportedFields to Ignore or StoreInMetadata");
    }

    [Fact]
    public void The_policy_of_a_call_goes_before_that_of_the_client()
    {
        CallCheck check = CheckOf(Without(CustomerField.Phone), UnsupportedFields.Ignore);

        Refused(() => check.Create(Whole, new CallOptions { UnsupportedFields = UnsupportedFields.Throw })).ShouldContain("cannot store Phone");
    }

    [Fact]
    public void An_update_of_a_field_that_cannot_be_changed_is_refused_left_out_or_stored_with_the_whole_metadata()
    {
        CustomerCapabilities without = Without(CustomerField.Phone);
        CustomerUpdate update = new() { Phone = "1815", Name = "Ada King" };
        CustomerUpdate withMetadata = update with { Metadata = new Dictionary<string, string> { ["tier"] = "gold" } };

        Refused(() => CheckOf(without).Update(Id, update, options: null)).ShouldContain("cannot change Phone");
        CheckOf(without, UnsupportedFields.Ignore).Update(Id, update, options: null).Phone.IsSet.ShouldBeFalse();
        Refused(() => CheckOf(without, UnsupportedFields.StoreInMetadata).Update(Id, update, options: null)).ShouldContain("set Metadata too");
        CustomerUpdate stored = CheckOf(without, UnsupportedFields.StoreInMetadata).Update(Id, withMetadata, options: null);
        stored.Metadata.Value!["phone"].ShouldBe("1815");
        stored.Metadata.Value["tier"].ShouldBe("gold");
        stored.Phone.IsSet.ShouldBeFalse();
        stored.Name.Value.ShouldBe("Ada King");
    }

    [Fact]
    public void A_field_that_cannot_be_cleared_is_not()
    {
        CustomerCapabilities keeps = With(CustomerField.Phone, new FieldSupport(Support.Native, Support.Native, Support.Unsupported, Support.Native));

        Refused(() => CheckOf(keeps).Update(Id, new CustomerUpdate { Phone = null }, options: null)).ShouldContain("cannot clear Phone");
        CheckOf(keeps).Update(Id, new CustomerUpdate { Phone = "1815" }, options: null);
        CheckOf(keeps).Update(Id, new CustomerUpdate { Name = null }, options: null);
    }

    [Fact]
    public void A_required_field_must_be_there_and_a_name_may_come_in_parts()
    {
        CallCheck check = CheckOf(Everything with { RequiredFields = [CustomerField.Name, CustomerField.Email] });

        Refused(() => check.Create(new CustomerCreate { Name = "Ada" }, options: null)).ShouldContain("Email is required by Own");
        Refused(() => check.Create(new CustomerCreate { Email = "a@b" }, options: null)).ShouldContain("Name is required by Own");
        check.Create(new CustomerCreate { Email = "a@b", LastName = "Lovelace" }, options: null);
    }

    [Fact]
    public void Where_there_is_one_name_only_one_of_its_parts_is_not_enough_for_an_update()
    {
        CallCheck check = CheckOf(With(CustomerField.FirstName, FieldSupport.All(Support.Emulated)));

        Refused(() => check.Update(Id, new CustomerUpdate { FirstName = "Ada" }, options: null)).ShouldContain("LastName is unset");
        Refused(() => check.Update(Id, new CustomerUpdate { LastName = "King" }, options: null)).ShouldContain("FirstName is unset");
        check.Update(Id, new CustomerUpdate { FirstName = "Ada", LastName = "King" }, options: null);
        CheckOf(Everything).Update(Id, new CustomerUpdate { FirstName = "Ada" }, options: null);
    }

    [Fact]
    public void An_operation_that_the_provider_does_not_have_is_named_with_what_to_do()
    {
        CallCheck nothing = CheckOf(new CustomerCapabilities());

        Refused(() => nothing.Create(Whole, options: null)).ShouldContain("Own cannot create customers.");
        Refused(() => nothing.List(new CustomerListRequest())).ShouldContain("Own cannot list customers.");
        Refused(() => nothing.Key(CustomerOperation.Delete, Id)).ShouldContain("Own cannot delete customers. Its API has no such operation");
    }

    [Fact]
    public void A_kind_of_key_that_the_provider_cannot_look_up_is_named_with_the_other_one()
    {
        CallCheck ids = CheckOf(Everything with { Get = new KeySupport(Support.Native, Support.Unsupported) });
        CallCheck externalIds = CheckOf(Everything with { Get = new KeySupport(Support.Unsupported, Support.Native) });

        Refused(() => ids.Key(CustomerOperation.Get, ExternalId))
            .ShouldContain("Own cannot look up customers by external id. Address the customer with CustomerKey.FromId.");
        Refused(() => externalIds.Key(CustomerOperation.Get, Id))
            .ShouldContain("Own cannot look up customers by id. Address the customer with CustomerKey.FromExternalId.");
        ids.Key(CustomerOperation.Get, Id);
        externalIds.Key(CustomerOperation.Get, ExternalId);
    }

    [Theory]
    [InlineData("a/..")]
    [InlineData("..")]
    public void An_external_id_is_checked_as_part_of_a_path_where_customers_are_looked_up_by_it(string externalId)
    {
        CustomerCreate customer = new() { ExternalId = externalId };
        bool isPath = externalId == "..";

        Throws(() => CheckOf(Everything).Create(customer, options: null)).ShouldBe(isPath);
        Throws(() => CheckOf(Everything).Update(Id, new CustomerUpdate { ExternalId = externalId }, options: null)).ShouldBe(isPath);
        Throws(() => CheckOf(Everything with { Get = new KeySupport(Support.Native, Support.Unsupported) }).Create(customer, options: null)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(0, false)]
    [InlineData(101, false)]
    public void A_page_has_from_one_to_the_most_customers(int size, bool fits)
    {
        Throws(() => CheckOf(Everything).List(new CustomerListRequest { PageSize = size })).ShouldBe(!fits);
        Throws(() => CheckOf(Everything with { MaxPageSize = null }).List(new CustomerListRequest { PageSize = size })).ShouldBe(size == 0);
    }

    [Fact]
    public void A_list_ends_after_it_begins()
    {
        DateTimeOffset moment = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);

        CheckOf(Everything).List(new CustomerListRequest { CreatedFrom = moment, CreatedTo = moment });
        Throws(() => CheckOf(Everything).List(new CustomerListRequest { CreatedFrom = moment, CreatedTo = moment.AddTicks(-1) })).ShouldBeTrue();
    }

    [Fact]
    public void A_filter_that_the_provider_does_not_have_is_named()
    {
        CallCheck check = CheckOf(Everything with { Filters = default });
        DateTimeOffset moment = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);

        check.List(new CustomerListRequest());
        foreach ((CustomerListRequest request, string filter) in ((CustomerListRequest, string)[])
        [
            (new() { Email = "a@b" }, "Email"),
            (new() { ExternalId = "crm" }, "ExternalId"),
            (new() { CreatedFrom = moment }, "CreatedFrom"),
            (new() { CreatedTo = moment }, "CreatedTo"),
        ])
        {
            Refused(() => check.List(request)).ShouldContain($"Own cannot filter customers by {filter}.");
        }
    }

    [Theory]
    [InlineData("Email", "no address")]
    [InlineData("Email", "")]
    [InlineData("ExternalId", "a\0")]
    [InlineData("PageToken", "\0")]
    public void What_cannot_be_part_of_an_address_is_not_listed_by(string property, string value)
    {
        CustomerListRequest request = property switch
        {
            "Email" => new() { Email = value },
            "ExternalId" => new() { ExternalId = value },
            _ => new() { PageToken = value },
        };

        Refused(() => CheckOf(Everything).List(request)).ShouldStartWith($"Own: {property} ");
    }

    [Fact]
    public void What_addresses_a_list_has_at_most_4096_characters()
    {
        CheckOf(Everything).List(new CustomerListRequest { ExternalId = new string('x', 4096), PageToken = new string('x', 4096) });

        Throws(() => CheckOf(Everything).List(new CustomerListRequest { ExternalId = new string('x', 4097) })).ShouldBeTrue();
        Throws(() => CheckOf(Everything).List(new CustomerListRequest { PageToken = new string('x', 4097) })).ShouldBeTrue();
    }

    public static TheoryData<CustomerCreate, string> Wrong => new()
    {
        { new() { Name = "" }, "Name is empty" },
        { new() { Email = "no address" }, "Email is not an e-mail address" },
        { new() { BillingAddress = new Address { Line1 = "" } }, "BillingAddress.Line1 is empty" },
        { new() { BillingAddress = new Address { Line2 = "" } }, "BillingAddress.Line2 is empty" },
        { new() { BillingAddress = new Address { City = "" } }, "BillingAddress.City is empty" },
        { new() { BillingAddress = new Address { State = "" } }, "BillingAddress.State is empty" },
        { new() { BillingAddress = new Address { PostalCode = "" } }, "BillingAddress.PostalCode is empty" },
        { new() { ShippingAddress = new Address { Country = "" } }, "ShippingAddress.Country is empty" },
        { new() { TaxIds = [null!] }, "TaxIds has an entry that is null" },
        { new() { TaxIds = [new TaxId(null!, "1")] }, "TaxIds has an entry that is null" },
        { new() { TaxIds = [new TaxId("eu_vat", null!)] }, "TaxIds has an entry that is null" },
        { new() { TaxIds = [new TaxId("", "1")] }, "TaxIds.Type is empty" },
        { new() { TaxIds = [new TaxId("eu_vat", "")] }, "TaxIds.Value is empty" },
        { new() { Metadata = new Dictionary<string, string> { [""] = "1" } }, "Metadata has an entry with an empty key" },
        { new() { Metadata = new Dictionary<string, string> { ["a"] = null! } }, "Metadata has an entry with an empty key" },
        { new() { Metadata = new Dictionary<string, string> { ["a\0"] = "1" } }, "Metadata has an entry with an empty key" },
        { new() { Metadata = new Dictionary<string, string> { ["a"] = "\0" } }, "Metadata has an entry with an empty key" },
        { new() { ProviderFields = [null!] }, "ProviderFields has an entry that is null" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_no_provider_takes_is_refused_by_name(CustomerCreate customer, string problem) =>
        Refused(() => CheckOf(Everything).Create(customer, options: null)).ShouldStartWith($"Own: {problem}");

    [Fact]
    public void What_is_sent_is_what_was_given_at_the_beginning_of_the_call()
    {
        Dictionary<string, string> metadata = new() { ["tier"] = "gold" };
        TaxId[] taxIds = [new("eu_vat", "DE1")];

        CustomerCreate created = CheckOf(Everything).Create(new CustomerCreate { Metadata = metadata, TaxIds = taxIds }, options: null);
        CustomerUpdate updated = CheckOf(Everything).Update(Id, new CustomerUpdate { Metadata = metadata, TaxIds = taxIds }, options: null);
        (metadata["tier"], taxIds[0]) = ("silver", new("eu_vat", "DE2"));

        created.Metadata!["tier"].ShouldBe("gold");
        created.TaxIds![0].Value.ShouldBe("DE1");
        updated.Metadata.Value!["tier"].ShouldBe("gold");
        updated.TaxIds.Value![0].Value.ShouldBe("DE1");
    }

    [Fact]
    public void Every_field_that_cannot_be_stored_is_named_and_none_of_them_is_checked_further()
    {
        CustomerCreate customer = Whole with { Phone = "", BillingAddress = new Address { City = "" }, TaxIds = [null!], LastName = "" };

        Errors(() => CheckOf(Without(CustomerField.Phone, CustomerField.BillingAddress, CustomerField.TaxIds)).Create(customer, options: null))
            .ShouldBe(["Phone", "BillingAddress", "TaxIds", "LastName"]);
    }

    [Fact]
    public void A_field_that_is_stored_in_metadata_or_left_out_must_be_one_that_could_be_sent()
    {
        CustomerCapabilities without = Without(CustomerField.Phone, CustomerField.TaxIds, CustomerField.Description);
        CustomerCreate customer = Whole with { Phone = "", TaxIds = [null!], Description = "1" };
        CustomerCreate taken = customer with { Metadata = new Dictionary<string, string> { ["description"] = "2" } };
        CustomerUpdate update = new() { Phone = "", TaxIds = new TaxId[] { null! }, Metadata = new Dictionary<string, string> { ["a"] = null! } };

        Errors(() => CheckOf(without, UnsupportedFields.Ignore).Create(customer, options: null)).ShouldBe(["Phone", "TaxIds"]);
        Errors(() => CheckOf(without, UnsupportedFields.StoreInMetadata).Create(taken, options: null)).ShouldBe(["Phone", "TaxIds", "Metadata[description]"]);
        Errors(() => CheckOf(without, UnsupportedFields.StoreInMetadata).Update(Id, update, options: null)).ShouldBe(["Phone", "TaxIds", "Metadata"]);
    }

    [Fact]
    public void An_update_stores_a_field_in_metadata_that_it_sets_to_no_entries() =>
        CheckOf(Without(CustomerField.Phone), UnsupportedFields.StoreInMetadata)
            .Update(Id, new CustomerUpdate { Phone = "1815", Metadata = [] }, options: null).Metadata.Value
            .ShouldBe([new("phone", "1815")]);

    [Fact]
    public void Every_field_that_an_update_cannot_store_without_the_whole_metadata_is_named()
    {
        CustomerUpdate update = new() { Phone = "1815", Description = "1", Metadata = null };

        UnsupportedFieldException refused = Should.Throw<UnsupportedFieldException>(
            () => CheckOf(Without(CustomerField.Phone, CustomerField.Description), UnsupportedFields.StoreInMetadata).Update(Id, update, options: null));

        refused.Fields.ShouldBe([CustomerField.Phone, CustomerField.Description]);
        refused.Errors.ShouldAllBe(error => error.Message.Contains("set Metadata too"));
    }

    [Fact]
    public void All_required_fields_that_are_missing_are_named() =>
        Errors(() => CheckOf(Everything with { RequiredFields = [CustomerField.Email, CustomerField.Name] }).Create(new CustomerCreate(), options: null))
            .ShouldBe(["Name", "Email"]);

    [Fact]
    public void A_list_names_all_that_is_wrong()
    {
        DateTimeOffset moment = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);
        CustomerListRequest request = new()
        {
            Email = "ada",
            ExternalId = "",
            PageToken = "\0",
            PageSize = 0,
            CreatedFrom = moment,
            CreatedTo = moment.AddTicks(-1),
            ProviderFields = [null!],
        };

        Errors(() => CheckOf(Everything).List(request, new CallOptions { Timeout = TimeSpan.Zero }))
            .ShouldBe(["CallOptions.Timeout", "ProviderFields", "Email", "ExternalId", "PageToken", "PageSize", "CreatedTo"]);
    }

    [Theory]
    [InlineData(Support.Unsupported, UnsupportedFields.Throw, true)]
    [InlineData(Support.Unsupported, UnsupportedFields.StoreInMetadata, true)]
    [InlineData(Support.Unsupported, UnsupportedFields.Ignore, false)]
    [InlineData(Support.Unknown, UnsupportedFields.Throw, false)]
    [InlineData(Support.Native, UnsupportedFields.Throw, false)]
    public void An_idempotency_key_is_refused_where_it_would_not_be_sent(Support keys, UnsupportedFields policy, bool isRefused)
    {
        CallCheck check = CheckOf(Everything with { IdempotencyKeys = keys }, policy);
        CallOptions keyed = new() { IdempotencyKey = "signup" };

        Throws(() => check.Create(Whole, keyed)).ShouldBe(isRefused);
        Throws(() => check.Update(Id, new CustomerUpdate { Name = "Ada King" }, keyed)).ShouldBe(policy != UnsupportedFields.Ignore);
        Throws(() => check.Key(CustomerOperation.Delete, Id, keyed)).ShouldBe(policy != UnsupportedFields.Ignore);
        Throws(() => check.Key(CustomerOperation.Get, Id, keyed)).ShouldBeFalse();
        Throws(() => check.List(new CustomerListRequest(), keyed)).ShouldBeFalse();
    }

    [Fact]
    public void The_refusal_of_an_idempotency_key_says_what_to_do_and_the_call_may_ask_to_ignore_it()
    {
        CallCheck check = CheckOf(Everything with { IdempotencyKeys = Support.Unsupported });

        Refused(() => check.Create(Whole, new CallOptions { IdempotencyKey = "signup" })).ShouldBe(
            "Own: CallOptions.IdempotencyKey is set, but Own takes no idempotency key when you create the customer. Leave it out, or set UnsupportedFields to Ignore,"
            + " for the client or in CallOptions. Nothing was sent.");
        check.Create(Whole, new CallOptions { IdempotencyKey = "signup", UnsupportedFields = UnsupportedFields.Ignore }).Name.ShouldBe("Ada Lovelace");
        Errors(() => check.Create(Whole, new CallOptions { IdempotencyKey = "a b" })).ShouldBe(["CallOptions.IdempotencyKey"]);
    }

    private static CallCheck CheckOf(CustomerCapabilities capabilities, UnsupportedFields policy = UnsupportedFields.Throw) => new(capabilities, policy);

    private static CustomerCapabilities Without(params CustomerField[] fields) =>
        fields.Aggregate(Everything, static (rest, field) => With(rest, field, default));

    private static CustomerCapabilities With(CustomerField field, FieldSupport support) => With(Everything, field, support);

    private static CustomerCapabilities With(CustomerCapabilities capabilities, CustomerField field, FieldSupport support) =>
        capabilities with { Fields = new Dictionary<CustomerField, FieldSupport>(capabilities.Fields) { [field] = support } };

    private static bool IsSent(CustomerField field) => CustomerFieldTable.Rows.Any(row => row.Field == field);

    private static object? ValueIn(CustomerCreate customer, CustomerField field) => CustomerFieldTable.Rows.Single(row => row.Field == field).ValueIn(customer);

    private static string Refused(Action call) => Should.Throw<BillingException>(call).Message;

    private static IEnumerable<string> Errors(Action call) => Record.Exception(call) switch
    {
        BillingValidationException refusal => refusal.Errors.Select(static error => error.Field),
        UnsupportedFieldException refusal => refusal.Errors.Select(static error => error.Field),
        var other => throw new InvalidOperationException("Not refused.", other),
    };

    private static bool Throws(Action check) => Record.Exception(check) is BillingValidationException;
}
