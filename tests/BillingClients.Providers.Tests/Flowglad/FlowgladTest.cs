using System.Text.Json;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>What every test of this project starts with.</summary>
public abstract class FlowgladTest : IAsyncLifetime
{
    private protected static readonly CancellationToken None = CancellationToken.None;

    private protected FlowgladFixture Fixture { get; } = new();

    private protected FlowgladCustomerClient Client => Fixture.Client;

    public ValueTask InitializeAsync() => Fixture.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Fixture.DisposeAsync();
    }

    private protected static void ShouldBeJson(string actual, string expected) =>
        JsonElement.DeepEquals(JsonElement.Parse(actual), JsonElement.Parse(expected)).ShouldBeTrue(actual);
}
