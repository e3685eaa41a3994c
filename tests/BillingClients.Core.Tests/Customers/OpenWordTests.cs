namespace BillingClients.Core.Tests.Customers;

/// <summary>Status and mode keep a provider's word, known or not.</summary>
public sealed class OpenWordTests
{
    [Fact]
    public void A_known_word_is_known_in_any_case()
    {
        new CustomerStatus("INACTIVE").ShouldBe(CustomerStatus.Inactive);
        (new CustomerStatus("Archived") == CustomerStatus.Archived).ShouldBeTrue();
        (new CustomerMode("LIVE") == CustomerMode.Live).ShouldBeTrue();
    }

    [Fact]
    public void An_unknown_word_is_kept_as_it_came()
    {
        new CustomerStatus("Dormant").Value.ShouldBe("Dormant");
        new CustomerStatus("Dormant").ShouldNotBe(CustomerStatus.Deleted);
        new CustomerMode("Sandbox").ToString().ShouldBe("Sandbox");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_word_means_that_the_provider_does_not_say(string? word)
    {
        new CustomerStatus(word).ShouldBe(default);
        new CustomerStatus(word).Value.ShouldBeNull();
        new CustomerMode(word).ToString().ShouldBeEmpty();
    }
}
