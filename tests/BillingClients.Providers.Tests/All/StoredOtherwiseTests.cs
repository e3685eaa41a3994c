using System.Text;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>A provider may store a text otherwise than it was sent, and it is still the customer that was sent.</summary>
public sealed class StoredOtherwiseTests
{
    private static readonly CustomerCreate Zoe = new() { ExternalId = "crm-1815", Name = "Zo\u00eb Lovelace", Email = "Zoe@Example.com" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Changes { get; } =
        new MatrixTheoryData<string, string>([.. DiscoveredProvider.All.Select(static provider => provider.Name)], ["case of the e-mail", "blanks", "normal form"]);

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task After_a_lost_answer_it_is_found(string provider, string change)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        CustomerCreate sent = change == "blanks" ? Zoe with { Name = " Zo\u00eb Lovelace " } : Zoe;
        bench.Provider.CommitThenAnswer(SimulatedAnswer.Html(502, "<html>"), body => change switch
        {
            "case of the e-mail" => body.Replace("Zoe@Example.com", "zoe@example.com", StringComparison.Ordinal),
            "blanks" => body.Replace("\" Zo", "\"Zo", StringComparison.Ordinal).Replace("Lovelace \"", "Lovelace\"", StringComparison.Ordinal),
            _ => body.Replace("\\u00EB", "e\\u0308", StringComparison.Ordinal).Replace("\u00eb", "e\u0308", StringComparison.Ordinal),
        });

        if (provider is "atlas" or "flex" && change == "case of the e-mail")
        {
            // The look before the create, where there is one, and the one after it.
            bench.Provider.ReadInLowerCase();
            bench.Provider.ReadInLowerCase();
        }

        Customer created = await bench.Client.CreateAsync(sent, cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
        (created.Name ?? $"{created.FirstName} {created.LastName}").Normalize(NormalizationForm.FormC).Trim().ShouldBe("Zo\u00eb Lovelace");
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task Another_name_is_another_customer(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.CommitThenAnswer(SimulatedAnswer.Html(502, "<html>"), static body => body.Replace("Lovelace", "Byron", StringComparison.Ordinal));

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => bench.Client.CreateAsync(Zoe, cancellationToken: Token));

        open.Found!.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }
}
