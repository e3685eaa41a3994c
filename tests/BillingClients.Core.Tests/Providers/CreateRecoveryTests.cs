using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>Whether what a look-up finds after a lost create is what the create made.</summary>
public sealed class CreateRecoveryTests : IDisposable
{
    private readonly LoneCall _lone = new LoneCall().Open();

    public void Dispose() => _lone.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_new_customer_that_is_as_sent_is_the_result(bool isUnique)
    {
        _lone.Call.StatusCode = 200;

        Customer created = Judge(isUnique, New("cust_1")).ShouldNotBeNull();

        created.Id.ShouldBe("cust_1");
        created.Response!.StatusCode.ShouldBe(200);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_empty_search_has_no_result(bool isUnique) => Judge(isUnique).ShouldBeNull();

    [Fact]
    public void Without_a_unique_key_older_customers_do_not_matter()
    {
        Judge(isUnique: false, Old("cust_1")).ShouldBeNull();
        Judge(isUnique: false, Old("cust_1"), New("cust_2")).ShouldNotBeNull().Id.ShouldBe("cust_2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_with_other_fields_leaves_the_outcome_unknown_and_is_told(bool isUnique)
    {
        AmbiguousOutcomeException open = Unknown(() => Judge(isUnique, differs: true, New("cust_1")));

        open.Found!.Id.ShouldBe("cust_1");
        open.IsAgeKnown.ShouldBeTrue();
        open.InnerException.ShouldBeSameAs(_lone.Call.LastFailure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_of_an_unknown_age_leaves_the_outcome_unknown_and_is_told(bool isUnique)
    {
        AmbiguousOutcomeException open = Unknown(() => Judge(isUnique, New("cust_1") with { CreatedAt = null }));

        open.Found!.Id.ShouldBe("cust_1");
        open.IsAgeKnown.ShouldBeFalse();
    }

    [Fact]
    public void Two_leave_the_outcome_unknown_and_one_is_told_if_it_has_the_unique_key()
    {
        Unknown(() => Judge(isUnique: false, New("cust_1"), New("cust_2"))).Found.ShouldBeNull();
        Unknown(() => Judge(isUnique: true, New("cust_1"), New("cust_2"))).Found!.Id.ShouldBe("cust_1");
    }

    private Customer? Judge(bool isUnique, params Customer[] found) => Judge(isUnique, differs: false, found);

    private Customer? Judge(bool isUnique, bool differs, params Customer[] found) =>
        CreateRecovery.Judge(_lone.Call, found, isUnique, _ => differs ? ["Name"] : []);

    private static AmbiguousOutcomeException Unknown(Func<Customer?> judge) => Should.Throw<AmbiguousOutcomeException>(() => judge());

    private Customer New(string id) => new() { Provider = "own", Id = id, CreatedAt = _lone.Clock.GetUtcNow() };

    private Customer Old(string id) => New(id) with { CreatedAt = _lone.Clock.GetUtcNow() - TimeSpan.FromDays(1) };
}
