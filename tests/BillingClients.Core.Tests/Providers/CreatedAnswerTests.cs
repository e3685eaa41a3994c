using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>Whether the answer to a create is about the customer that was sent.</summary>
public sealed class CreatedAnswerTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Email = "ada@example.com", Name = "Ada Lovelace" };
    private static readonly CustomerCreate AdaInParts = new() { FirstName = "Ada", LastName = "Lovelace" };
    private static readonly Customer Named = new() { Provider = "own", Id = "cust_1" };
    private static readonly Customer Answer = Named with { ExternalId = "crm-1815", Email = "ada@example.com", Name = "Ada Lovelace" };

    [Fact]
    public void It_is_if_everything_is_as_sent() => IsAboutAda(Ada, Answer);

    [Fact]
    public void It_is_not_if_the_external_id_the_email_or_the_name_is_another()
    {
        CreatedAnswer.OtherProperty(Ada, Answer with { ExternalId = "crm-1906" }).ShouldBe("ExternalId");
        CreatedAnswer.OtherProperty(Ada, Answer with { ExternalId = "CRM-1815" }).ShouldBe("ExternalId");
        CreatedAnswer.OtherProperty(Ada, Answer with { Email = "grace@example.com" }).ShouldBe("Email");
        CreatedAnswer.OtherProperty(Ada, Answer with { Name = "Grace Hopper" }).ShouldBe("Name");
    }

    [Fact]
    public void The_email_may_be_stored_in_lower_case_and_other_texts_without_blanks_around_them() =>
        IsAboutAda(Ada with { Email = "Ada@Example.com", ExternalId = " crm-1815", Name = "Ada  Lovelace " }, Answer);

    [Fact]
    public void What_is_missing_in_the_answer_or_was_not_sent_tells_nothing()
    {
        IsAboutAda(Ada, Named);
        IsAboutAda(Ada, Answer with { ExternalId = "", Email = "", Name = "" });
        IsAboutAda(new CustomerCreate(), Answer);
    }

    [Fact]
    public void A_name_that_was_sent_whole_may_come_back_in_two_parts()
    {
        IsAboutAda(Ada, Named with { FirstName = "Ada", LastName = "Lovelace" });
        CreatedAnswer.OtherProperty(Ada, Named with { FirstName = "Grace", LastName = "Hopper" }).ShouldBe("Name");
    }

    [Fact]
    public void The_whole_name_of_an_answer_goes_before_its_parts() => IsAboutAda(Ada, Named with { Name = "Ada Lovelace", FirstName = "A.", LastName = "L." });

    [Fact]
    public void A_name_that_was_sent_in_two_parts_may_come_back_whole_or_in_parts()
    {
        IsAboutAda(AdaInParts, Named with { FirstName = "Ada", LastName = "Lovelace" });
        IsAboutAda(AdaInParts, Named with { Name = "Ada Lovelace" });
        IsAboutAda(AdaInParts, Named with { Name = "Ada Lovelace", FirstName = "Ada", LastName = "Lovelace" });
        CreatedAnswer.OtherProperty(AdaInParts, Named with { FirstName = "Ada", LastName = "King" }).ShouldBe("Name");
        CreatedAnswer.OtherProperty(AdaInParts, Named with { FirstName = "Grace", LastName = "Lovelace" }).ShouldBe("Name");
        CreatedAnswer.OtherProperty(AdaInParts, Named with { Name = "Ada King" }).ShouldBe("Name");
    }

    [Fact]
    public void If_a_name_and_its_parts_were_sent_either_may_come_back()
    {
        CustomerCreate sent = AdaInParts with { Name = "Countess of Lovelace" };

        IsAboutAda(sent, Named with { Name = "Countess of Lovelace" });
        IsAboutAda(sent, Named with { Name = "Ada Lovelace" });
        IsAboutAda(sent with { FirstName = null }, Named with { Name = "Lovelace" });
        IsAboutAda(sent with { LastName = null }, Named with { Name = "Ada" });
        CreatedAnswer.OtherProperty(sent, Named with { Name = "Grace Hopper" }).ShouldBe("Name");
    }

    [Fact]
    public void An_answer_with_one_part_of_the_name_does_not_tell_the_whole_name()
    {
        IsAboutAda(Ada, Named with { FirstName = "Grace" });
        IsAboutAda(Ada, Named with { LastName = "Hopper" });
    }

    [Fact]
    public void A_name_of_one_part_is_compared_with_the_whole_name()
    {
        IsAboutAda(new CustomerCreate { FirstName = "Ada" }, Named with { Name = "Ada" });
        IsAboutAda(new CustomerCreate { LastName = "Lovelace" }, Named with { Name = "Lovelace" });
        CreatedAnswer.OtherProperty(new CustomerCreate { FirstName = "Ada" }, Named with { Name = "Grace" }).ShouldBe("Name");
        CreatedAnswer.OtherProperty(new CustomerCreate { LastName = "Lovelace" }, Named with { Name = "Hopper" }).ShouldBe("Name");
    }

    private static void IsAboutAda(CustomerCreate sent, Customer answer) => CreatedAnswer.OtherProperty(sent, answer).ShouldBeNull();
}
