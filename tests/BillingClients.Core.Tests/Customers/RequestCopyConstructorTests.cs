using System.Reflection;

namespace BillingClients.Core.Tests.Customers;

/// <summary>The copy constructors of the requests, which <c>with</c> uses too.</summary>
public class RequestCopyConstructorTests
{
    private static readonly Address SomeAddress = new() { City = "London" };
    private static readonly TaxIdList SomeTaxIds = [new TaxId("gb_vat", "GB123456789")];
    private static readonly CustomerMetadata SomeMetadata = new Dictionary<string, string> { ["plan"] = "pro" };

    // A value for each type that a property has; a property of another type needs one more.
    private static readonly object[] Values =
    [
        "text", true, SomeAddress, SomeTaxIds, SomeMetadata, new ProviderFields[] { new Extras() },
        Optional.Of<string?>("text"), Optional.Of<bool?>(true), Optional.Of<Address?>(SomeAddress), OptionalTaxIds.Of(SomeTaxIds), OptionalMetadata.Of(SomeMetadata),
    ];

    public static TheoryData<string> OfCreate => [.. NamesOf(typeof(CustomerCreate))];

    public static TheoryData<string> OfUpdate => [.. NamesOf(typeof(CustomerUpdate))];

    [Theory]
    [MemberData(nameof(OfCreate))]
    public void The_copy_of_a_create_has_its(string property)
    {
        CustomerCreate original = Filled(new CustomerCreate(), property);

        CustomerCreate copy = new(original);

        copy.ShouldNotBe(new CustomerCreate());
        copy.ShouldBe(original);
    }

    [Theory]
    [MemberData(nameof(OfUpdate))]
    public void The_copy_of_an_update_has_its(string property)
    {
        CustomerUpdate original = Filled(new CustomerUpdate(), property);

        CustomerUpdate copy = new(original);

        copy.ShouldNotBe(new CustomerUpdate());
        copy.ShouldBe(original);
    }

    [Fact]
    public void A_copy_is_changed_without_changing_the_original()
    {
        CustomerCreate original = new() { Name = "Ada Lovelace", Email = "ada@example.com" };

        CustomerCreate copy = new(original) { Email = "countess@example.com" };

        copy.Name.ShouldBe("Ada Lovelace");
        original.Email.ShouldBe("ada@example.com");
    }

    [Fact]
    public void A_null_customer_cannot_be_copied()
    {
        Should.Throw<ArgumentNullException>(static () => new CustomerCreate(null!)).ParamName.ShouldBe("original");
        Should.Throw<ArgumentNullException>(static () => new CustomerUpdate(null!)).ParamName.ShouldBe("original");
    }

    private static IEnumerable<string> NamesOf(Type type) =>
        type.GetProperties().Where(static property => property.CanWrite).Select(static property => property.Name);

    private static T Filled<T>(T request, string name)
    {
        PropertyInfo property = typeof(T).GetProperty(name)!;
        property.SetValue(request, Values.First(property.PropertyType.IsInstanceOfType));
        return request;
    }

    private sealed record Extras : ProviderFields;
}
