using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

public sealed class StallFaultTests
{
    [Fact]
    public async Task A_stall_before_the_commit_ends_with_the_client_and_stores_nothing()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.StallBeforeCommit);
        using var giveUp = new CancellationTokenSource();
        Task<HttpResponseMessage> sending = fixture.Flexprice().SendAsync(Create(fixture), giveUp.Token);
        await fixture.Simulator.Faults.WhenStalledAsync(cancellationToken: TestContext.Current.CancellationToken);
        fixture.Simulator.Journal[0].BodyText.ShouldBe(FlexpriceBodies.Ada);

        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
        (await fixture.Flexprice().SearchAsync()).Json["items"]!.AsArray().ShouldBeEmpty();
        fixture.Simulator.Journal[0].Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_stall_before_the_commit_goes_on_when_it_is_released()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.StallBeforeCommit);
        Task<RawAnswer> sending = fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);
        await fixture.Simulator.Faults.WhenStalledAsync(cancellationToken: TestContext.Current.CancellationToken);

        fixture.Simulator.Faults.ReleaseStalls();

        (await sending).Status.ShouldBe(201);
        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_stall_in_the_headers_has_committed_and_answers_when_it_is_released()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.StallInHeaders);
        Task<HttpResponseMessage> sending = fixture.Flexprice().SendAsync(Create(fixture), TestContext.Current.CancellationToken);
        await fixture.Simulator.Faults.WhenStalledAsync(cancellationToken: TestContext.Current.CancellationToken);

        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem();
        fixture.Simulator.Journal[0].Status.ShouldBeNull();
        sending.IsCompleted.ShouldBeFalse();

        fixture.Simulator.Faults.ReleaseStalls();
        using HttpResponseMessage response = await sending;
        ((int)response.StatusCode).ShouldBe(201);
        fixture.Simulator.Journal[0].Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_stall_in_the_body_sends_headers_and_half_a_body_and_the_rest_when_it_is_released()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.StallInBody);

        using HttpResponseMessage response = await fixture.Flexprice().SendAsync(Create(fixture), TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(201);
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        byte[] all = new byte[response.Content.Headers.ContentLength!.Value];
        await body.ReadExactlyAsync(all.AsMemory(0, all.Length / 2), TestContext.Current.CancellationToken);
        ValueTask<int> rest = body.ReadAsync(all.AsMemory(all.Length / 2), TestContext.Current.CancellationToken);
        rest.IsCompleted.ShouldBeFalse();
        fixture.Simulator.Faults.ReleaseStalls();

        (await rest).ShouldBe(all.Length - (all.Length / 2));
        System.Text.Encoding.UTF8.GetString(all).ShouldBe(fixture.Simulator.Flexprice.Customers[0].Json);
    }

    [Fact]
    public async Task A_stall_in_a_body_that_is_not_there_is_a_stall_in_the_headers()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        fixture.Simulator.Flexprice.Fault(SimulatedFault.StallInBody);
        Task<RawAnswer> deleting = client.DeleteAsync($"/customers/{id}");
        await fixture.Simulator.Faults.WhenStalledAsync(cancellationToken: TestContext.Current.CancellationToken);

        fixture.Simulator.Faults.ReleaseStalls();

        (await deleting).Status.ShouldBe(204);
    }

    private static HttpRequestMessage Create(SimulatorFixture fixture) => new(HttpMethod.Post, fixture.Simulator.Flexprice.BaseAddress + "/customers")
    {
        Content = new StringContent(FlexpriceBodies.Ada, null, "application/json"),
    };
}
