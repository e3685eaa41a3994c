namespace BillingClients.Providers.Tests.All;

/// <summary>Names at providers with a single name field.</summary>
public sealed class NameTests
{
    [Theory]
    [MemberData(nameof(ProviderCase.WithOneName), MemberType = typeof(ProviderCase))]
    public async Task First_and_last_name_are_joined_by_a_space(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);

        Customer created = await bench.Client.CreateAsync(
            ProviderCase.Ada with { Name = null, FirstName = "Ada", LastName = "Lovelace" }, cancellationToken: TestContext.Current.CancellationToken);

        created.Name.ShouldBe("Ada Lovelace");
        created.FirstName.ShouldBeNull();
    }
}
