using BillingClients.Testing;

namespace BillingClients.Core.Tests.Providers;

/// <summary>The error of a delete is read once, and its code is printed.</summary>
public sealed class DeleteErrorTests
{
    [Theory]
    [InlineData(200, """{"code":"locked"}""")]
    [InlineData(200, """{"success":false,"code":"locked"}""")]
    [InlineData(404, """{"code":"locked"}""")]
    public async Task The_body_of_a_failed_delete_is_read_once(int status, string body)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using CountingReader client = CountingReader.Of(simulator.Flexprice.BaseAddress);
        simulator.Flexprice.Answer(status, body);

        BillingException failure = await Should.ThrowAsync<BillingException>(
            () => client.DeleteAsync(CustomerKey.FromId("cust_1"), cancellationToken: TestContext.Current.CancellationToken));

        client.ErrorsRead.ShouldBe(1);
        failure.Message.ShouldStartWith($"Own: the request to delete the customer failed (HTTP {status}, locked): ");
    }
}
