namespace BillingClients.Testing.Tests;

/// <summary>How to create a customer at a provider, for tests of what all providers share.</summary>
public sealed record AnyProvider(string Name, string KeyHeader, string KeyPrefix, string Path, string Customer)
{
    private static readonly AnyProvider[] All =
    [
        new("atlas", "Authorization", "Bearer ", "/customers", """{"email":"ada@example.com"}"""),
        new("runonatlas", "x-api-key", "", "/external/customers", """{"externalId":"crm-1815"}"""),
        new("flex", "Authorization", "Bearer ", "/v1/customers", """{"customer":{"first_name":"Ada"}}"""),
        new("flexprice", "x-api-key", "", "/customers", """{"external_id":"crm-1815","name":"Ada"}"""),
        new("flowglad", "Authorization", "", "/api/v1/customers", """{"customer":{"email":"a","name":"A","externalId":"crm-1815"}}"""),
    ];

    public static TheoryData<string> Names { get; } = new(All.Select(static provider => provider.Name));

    public static AnyProvider Called(string name) => All.Single(provider => provider.Name == name);

    /// <summary>A client with the provider's own key, or with another one.</summary>
    public RawClient ClientOf(SimulatorFixture fixture, string? key = null) =>
        fixture.ClientOf(fixture.Simulator[Name], KeyHeader, KeyPrefix + (key ?? fixture.Simulator[Name].ApiKey));

    /// <summary>Creates the customer, and returns the status.</summary>
    public async Task<int> CreateAsync(RawClient client) => (await client.PostAsync(Path, Customer)).Status;

    /// <summary>Lists all customers.</summary>
    public Task<RawAnswer> ListAsync(RawClient client) => Name == "flexprice" ? client.PostAsync(Path + "/search", "{}") : client.GetAsync(Path);
}
