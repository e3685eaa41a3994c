using BillingClients.Core.Tests.Fixtures;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>What the name of an application in <c>User-Agent</c> can be: products, as RFC 9110 writes them.</summary>
public sealed class ApplicationNameTests
{
    private const string NotAProduct =
        "Billing:Flexprice:ApplicationName cannot be sent in a User-Agent header. Write a name, with or without a version, such as 'acme-portal/2.1': "
        + "letters, digits and !#$%&'*+-.^_`|~, and one space between several. Leave it out for none.";

    public static TheoryData<string> BadNames =>
    [
        "", " ", " acme", "acme ", "acme  portal", "acme/", "/2.1", "acme/2/1", "acme/2.1/", "acme (nightly)", "acme\tportal", "acme\r\nX-Injected: 1", "acmé",
        "acme;", "\"acme\"", "acme,portal", "acme\0", "\ud83d\ude00",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("acme")]
    [InlineData("acme-portal/2.1")]
    [InlineData("acme-portal/2.1.0-beta.3+17 worker nightly/1")]
    [InlineData("!#$%&'*+-.^_`|~/0aZ")]
    public void A_product_is_taken_and_so_are_several(string? name) => Validate(name).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(BadNames))]
    public void Anything_else_is_refused_with_what_to_write_and_without_showing_it(string name) => Validate(name).ShouldBe([NotAProduct]);

    [Fact]
    public void It_is_at_most_128_characters_long()
    {
        Validate(new string('a', 128)).ShouldBeEmpty();
        Validate(new string('a', 129)).ShouldBe(["Billing:Flexprice:ApplicationName has 129 characters. Make it 128 or less."]);
    }

    [Fact]
    public async Task A_bad_name_that_is_set_on_the_options_of_a_client_is_never_sent()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        FlexpriceOptions options = new() { ApplicationName = "acme" };
        app.Reach(options);
        using FlexpriceCustomerClient client = new(options);
        options.ApplicationName = "acme\r\nX-Injected: 1";

        InvalidOperationException failure = await Should.ThrowAsync<InvalidOperationException>(
            () => client.CreateAsync(SimulatedApp.Ada, cancellationToken: TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("FlexpriceOptions:ApplicationName cannot be sent in a User-Agent header. ");
        app.Simulator.Journal.ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Validate(string? name) =>
        new FlexpriceOptions { ApiKey = "sk_1", ApplicationName = name }.Validate("Billing:Flexprice");
}
