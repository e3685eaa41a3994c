using Xunit;

namespace BillingClients.Conformance;

/// <summary><see cref="ICustomerClient.GetService"/> reaches the client itself, and is null for what there is not.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class ServiceConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>Asked for the interface or for its own type, a client gives itself.</summary>
    [Fact]
    public void A_client_gives_itself()
    {
        Assert.Same(Client, Client.GetService<ICustomerClient>());
        Assert.Same(Client, Client.GetService(Client.GetType()));
    }

    /// <summary>Asked for what it does not know, or with a key that it does not have, it gives null.</summary>
    [Fact]
    public void A_client_gives_null_for_what_there_is_not()
    {
        Assert.Null(Client.GetService<Uri>());
        Assert.Null(Client.GetService<ICustomerClient>("another"));
    }
}
