namespace BillingClients.Providers.Tests.All;

/// <summary>Names at providers that have one field for them.</summary>
public sealed class NameTests
{
    [Theory]
    [MemberData(nameof(ProviderCase.WithOneName), MemberType = typeof(ProviderCase))]
    public async Task First_and_last_name_are_joined_by_a_blank(string provider)
    {
        await using Stand stand = await Stand.StartAsync(provider);

        Customer created = await stand.Client.CreateAsync(
            ProviderCase.Ada with { Name = null, FirstName = "Ada", LastName = "Lovelace" }, cancellationToken: TestContext.Current.CancellationToken);

        created.Name.ShouldBe("Ada Lovelace");
        created.FirstName.ShouldBeNull();
    }
}
