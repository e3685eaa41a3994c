using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

public sealed class BodyFaultTests
{
    [Fact]
    public async Task A_truncated_body_ends_before_its_length_on_a_connection_that_closes_in_good_order()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.TruncatedBody);

        HttpRequestException exception = await Should.ThrowAsync<HttpRequestException>(fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada));

        exception.HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem();
        fixture.Simulator.Journal[0].Status.ShouldBe(201);
        fixture.Simulator.Faults.Injected[0].Committed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_garbage_body_keeps_the_status_and_the_content_type()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.GarbageBody());

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);

        answer.Status.ShouldBe(201);
        answer.ContentType.ShouldBe("application/json; charset=utf-8");
        answer.Text.ShouldBe("<!doctype html><title>It works!</title>");
        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_garbage_body_where_none_belongs_is_a_200()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        fixture.Simulator.Flexprice.Fault(SimulatedFault.GarbageBody("{\"id\":"));

        RawAnswer answer = await client.DeleteAsync($"/customers/{id}");

        answer.Status.ShouldBe(200);
        answer.Text.ShouldBe("{\"id\":");
    }

    [Fact]
    public async Task A_slow_drip_sends_byte_by_byte_on_the_simulators_clock()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync(new ImpatientTimeProvider());
        fixture.Simulator.Flexprice.Fault(SimulatedFault.SlowDrip(TimeSpan.FromSeconds(1)));

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Named("a"));

        answer.Text.ShouldBe(fixture.Simulator.Flexprice.Customers[0].Json);
        // The simulator waits once more after the last byte.
        (fixture.Clock.GetUtcNow() - fixture.Clock.Start).TotalSeconds.ShouldBeInRange(answer.Text.Length - 1, answer.Text.Length);
    }
}
