using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>A harness for a client that is wrong on purpose. Internal, so that it counts as no client that lacks its classes.</summary>
internal sealed class WrongHarness<TClient>() : InMemoryHarness(FakeCustomerClient.Everything)
    where TClient : DelegatingCustomerClient
{
    public override TimeSpan Patience => TimeSpan.FromMilliseconds(50);

    /// <summary>The wrong client behaves as if the answers that the suite wants to lose were lost.</summary>
    public override bool LoseNextAnswer(LostAnswer how) => true;

    public override bool HideCustomers(int reads) => true;

    public override bool AnswerWithGatewayPage(bool toWrite) => true;

    protected override ICustomerClient Wrap(FakeCustomerClient client) => (ICustomerClient)Activator.CreateInstance(typeof(TClient), client)!;
}
