using BillingClients.Providers;

namespace BillingClients.Core.Tests.Customers;

/// <summary>A customer that was read becomes a create or an update with the same fields, and with nothing that is empty.</summary>
public sealed class CustomerCopyTests
{
    private static readonly Customer Ada = new()
    {
        Provider = "flex",
        Id = "fcus_1",
        ExternalId = "crm-1815",
        Name = "Ada Lovelace",
        FirstName = "Ada",
        LastName = "Lovelace",
        Email = "ada@example.com",
        Phone = "+442071234567",
        Description = "First programmer",
        BillingAddress = new Address { City = "London" },
        ShippingAddress = new Address { City = "Paris" },
        TaxIds = [new("gb_vat", "GB1")],
        TaxExempt = false,
        Metadata = [new("tier", "gold")],
    };

    private static readonly Customer Nobody = new() { Provider = "flex", Id = "fcus_2", BillingAddress = Address.Empty, ShippingAddress = Address.Empty };

    [Fact]
    public void A_create_has_every_field() => Ada.ToCreate().ShouldBe(new CustomerCreate
    {
        ExternalId = "crm-1815",
        Name = "Ada Lovelace",
        FirstName = "Ada",
        LastName = "Lovelace",
        Email = "ada@example.com",
        Phone = "+442071234567",
        Description = "First programmer",
        BillingAddress = new Address { City = "London" },
        ShippingAddress = new Address { City = "Paris" },
        TaxIds = [new("gb_vat", "GB1")],
        TaxExempt = false,
        Metadata = [new("tier", "gold")],
    });

    [Fact]
    public void An_update_sets_every_field_but_the_external_id() => Ada.ToUpdate().ShouldBe(new CustomerUpdate
    {
        Name = "Ada Lovelace",
        FirstName = "Ada",
        LastName = "Lovelace",
        Email = "ada@example.com",
        Phone = "+442071234567",
        Description = "First programmer",
        BillingAddress = new Address { City = "London" },
        ShippingAddress = new Address { City = "Paris" },
        TaxIds = [new("gb_vat", "GB1")],
        TaxExempt = false,
        Metadata = [new("tier", "gold")],
    });

    [Fact]
    public void Every_field_of_a_request_is_one_of_the_table() =>
        CustomerFieldTable.Rows.Where(static row => row.ValueIn(Ada.ToCreate()) is null).ShouldBeEmpty();

    [Fact]
    public void What_is_empty_is_absent()
    {
        Nobody.ToCreate().ShouldBe(new CustomerCreate());
        Nobody.ToUpdate().ShouldBe(new CustomerUpdate());
    }

    [Fact]
    public void An_empty_text_is_absent()
    {
        Address empty = new() { Line1 = "", Country = "" };
        Customer customer = Nobody with
        {
            ExternalId = "",
            Name = "",
            FirstName = "",
            LastName = "",
            Email = "",
            Phone = "",
            Description = "",
            BillingAddress = empty,
            ShippingAddress = empty,
        };

        customer.ToCreate().ShouldBe(new CustomerCreate());
        customer.ToUpdate().ShouldBe(new CustomerUpdate());
        (Nobody with { Name = "Ada", FirstName = "Ada", LastName = "", BillingAddress = empty with { City = "London" } }).ToCreate()
            .ShouldBe(new CustomerCreate { FirstName = "Ada", BillingAddress = new Address { City = "London" } });
    }

    [Theory]
    [InlineData("crm-1816")]
    [InlineData(null)]
    public void A_copy_can_have_another_external_id_or_none(string? externalId) =>
        Ada.ToCreate(externalId).ShouldBe(Ada.ToCreate() with { ExternalId = externalId });

    [Fact]
    public void The_external_id_is_not_copied_as_metadata()
    {
        Customer emulated = Ada with { Metadata = [new("tier", "gold"), new("external_id", "crm-1815")] };

        emulated.ToCreate().ShouldBe(Ada.ToCreate());
        emulated.ToCreate("crm-1816").ShouldBe(Ada.ToCreate("crm-1816"));
        emulated.ToUpdate().ShouldBe(Ada.ToUpdate());
        (Ada with { Metadata = [new("external_id", "crm-1815")] }).ToCreate().Metadata.ShouldBeNull();
    }

    [Fact]
    public void An_entry_of_the_same_key_that_is_something_else_is_copied()
    {
        CustomerMetadata other = [new("external_id", "legacy-7")];

        (Ada with { Metadata = other }).ToCreate().Metadata.ShouldBe(other);
        (Ada with { ExternalId = null, Metadata = other }).ToCreate().Metadata.ShouldBe(other);
    }

    [Theory]
    [InlineData("Ada", "Ada", null, null, "Ada", null)]
    [InlineData("Lovelace", null, "Lovelace", null, null, "Lovelace")]
    [InlineData(null, "Ada", null, null, "Ada", null)]
    [InlineData("Analytical Engines Ltd", "Ada", null, "Analytical Engines Ltd", null, null)]
    [InlineData("Analytical Engines Ltd", "Ada", "Lovelace", "Analytical Engines Ltd", "Ada", "Lovelace")]
    [InlineData("Ada", null, null, "Ada", null, null)]
    public void One_part_of_a_name_is_the_whole_name_or_is_left_out(
        string? name, string? firstName, string? lastName, string? copiedName, string? copiedFirst, string? copiedLast)
    {
        CustomerCreate copy = (Ada with { Name = name, FirstName = firstName, LastName = lastName }).ToCreate();

        (copy.Name, copy.FirstName, copy.LastName).ShouldBe((copiedName, copiedFirst, copiedLast));
    }

    [Fact]
    public void An_update_replaces_a_name_as_a_whole()
    {
        CustomerUpdate update = (Ada with { Name = "Ada", LastName = null }).ToUpdate();

        (update.Name.IsSet, update.FirstName.ValueOr(null), update.LastName.IsNull).ShouldBe((false, "Ada", true));
    }
}
