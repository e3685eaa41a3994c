namespace BillingClients.Testing.Tests.Own;

/// <summary>A simulation from outside of the package. A whole one is Ledgerly's, in the tests of docs/adding-a-provider.md.</summary>
public sealed class OwnProviderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_stands_beside_the_others_with_keys_routes_scripts_and_faults()
    {
        await using ProviderSimulator simulator =
            await StartAsync(static context => new EchoSimulation(context, answer: static call => SimulatedAnswer.Text(200, call.Route("id"))));
        SimulatedProvider echo = simulator["echo"];
        using RawClient client = new(echo.BaseAddress, "X-Key", echo.ApiKey);
        using RawClient stranger = new(echo.BaseAddress, "X-Key", "other");

        (await client.PostAsync("/items/a%2Fb", "{}")).Text.ShouldBe("a/b");
        (await client.GetAsync("/items/a")).Status.ShouldBe(405);
        (await client.GetAsync("/nothing")).Status.ShouldBe(404);
        (await stranger.PostAsync("/items/a", "{}")).Status.ShouldBe(401);
        echo.Fault(SimulatedFault.ErrorBeforeCommit(503));
        (await client.PostAsync("/items/a", "{}")).Text.ShouldBe("failed");
        simulator.Providers[^1].ShouldBeSameAs(echo);
        echo.Requests.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(false, "a%2Fparts", 200, "a/parts")]
    [InlineData(true, "a%2Fparts", 200, "parts of a")]
    [InlineData(false, "a%2Fb", 200, "a/b")]
    [InlineData(true, "a%2Fb", 404, "")]
    [InlineData(false, "a%252Fb", 200, "a%2Fb")]
    [InlineData(true, "a%252Fb", 200, "a%2Fb")]
    public async Task A_table_decodes_the_path_before_or_after_it_looks_for_the_endpoint(bool before, string item, int status, string answer)
    {
        await using ProviderSimulator simulator = await StartAsync(context =>
            new EchoSimulation(context, answer: static call => SimulatedAnswer.Text(200, call.Route("id")), decodesBeforeRouting: before));
        using RawClient client = new(simulator["echo"].BaseAddress, "X-Key", "key");

        RawAnswer received = await client.PostAsync($"/items/{item}", "{}");

        (received.Status, received.Text).ShouldBe((status, answer));
    }

    [Fact]
    public async Task It_objects_to_what_its_endpoints_do_not_expect()
    {
        await using ProviderSimulator simulator = await StartAsync(static context => new EchoSimulation(context, answer: static call =>
        {
            call.TryReadJson(out var json);
            call.ExpectFields(json, "name");
            call.ExpectQuery("page");
            call.AddObjection($"page {call.Query("page")}");
            return SimulatedAnswer.Empty(200);
        }));
        using RawClient client = new(simulator["echo"].BaseAddress, "X-Key", "key");

        await client.PostAsync("/items/a?page=%31&size=2", """{"name":"Ada","phone":"1"}""");
        await client.PostAsync("/items/a?page=2", "[]");
        await client.PostAsync("/items/a?page=3", "{");

        simulator.Journal.Select(static request => request.Objection).ShouldBe(
            ["unknown field 'phone'; unknown query parameter 'size'; page 1", "page 2", "the body is not JSON; page 3"]);
    }

    [Theory]
    [InlineData("Flexprice", "/own", "Two simulated providers are called 'flexprice'")]
    [InlineData("own", "/flexprice/v1", "which is within '/flexprice/v1' of 'own'")]
    [InlineData("own", "/flexprice/v1/own", "which is within '/flexprice/v1' of 'flexprice'")]
    [InlineData("own", "/flexprice", "which is within '/flexprice' of 'own'")]
    [InlineData("own", "own/v1", "must begin with a slash")]
    [InlineData("own", "/own/", "not end with one")]
    public async Task A_name_or_path_that_cannot_be_told_from_anothers_is_refused(string name, string basePath, string message) =>
        (await Should.ThrowAsync<ArgumentException>(StartAsync(context => new EchoSimulation(context, name, basePath)))).Message.ShouldContain(message);

    [Fact]
    public async Task It_gets_the_simulators_clock_and_seed()
    {
        SimulationContext? given = null;
        ProviderSimulatorOptions options = new()
        {
            Seed = 7,
            Providers =
            [
                context =>
                {
                    given = context;
                    return new EchoSimulation(context);
                },
            ],
        };

        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(options, Token);

        given!.Seed.ShouldBe(7);
        given.TimeProvider.ShouldBeSameAs(options.TimeProvider);
    }

    [Fact]
    public void An_update_of_a_store_tells_what_it_did()
    {
        CustomerStore<string> customers = new(static customer => customer[..1], static customer => customer[1..]);
        customers.TryAdd("x", static () => "1x", out _).ShouldBeTrue();
        customers.TryAdd("y", static () => "2y", out _).ShouldBeTrue();
        customers.TryAdd("y", static () => "3y", out string holder).ShouldBeFalse();

        StoreChange<string> changed = customers.Update("1", static _ => "1z");
        StoreChange<string> refused = customers.Update("1", static _ => "1y");
        StoreChange<string> missing = customers.Update("9", static _ => "9");

        holder.ShouldBe("2y");
        (changed.Changed, changed.KeyHolder).ShouldBe(("1z", null));
        (refused.Changed, refused.KeyHolder).ShouldBe((null, "2y"));
        (missing.Changed, missing.KeyHolder).ShouldBe((null, null));
        customers.FindByKey("x").ShouldBeNull();
        customers.FindByKey("z").ShouldBe("1z");
        customers.Query(static all => string.Join(' ', all)).ShouldBe("1z 2y");
    }

    [Fact]
    public async Task A_factory_that_keeps_what_it_made_last_keeps_the_provider_and_not_the_lagging_replica_which_is_cleared()
    {
        List<EchoSimulation> made = [];
        await using ProviderSimulator simulator = await StartAsync(context =>
        {
            made.Add(new EchoSimulation(context));
            return made[^1];
        });
        using RawClient client = new(simulator["echo"].BaseAddress, "X-Key", "key");
        simulator["echo"].Fault(SimulatedFault.LaggingRead);

        (await client.PostAsync("/items/a", "{}")).Status.ShouldBe(200);

        made[^1].ShouldBeSameAs(simulator["echo"]);
        made[^1].IsCleared.ShouldBeFalse();
        made[0].IsCleared.ShouldBeTrue();
    }

    [Fact]
    public async Task A_factory_that_makes_only_one_provider_has_no_lagging_replica()
    {
        EchoSimulation? only = null;
        await using ProviderSimulator simulator = await StartAsync(context => only ??= new EchoSimulation(context));

        using RawClient client = new(simulator["echo"].BaseAddress, "X-Key", "key");
        simulator["echo"].Fault(SimulatedFault.LaggingRead);

        (await client.PostAsync("/items/a", "{}")).Status.ShouldBe(200);

        only.ShouldNotBeNull().IsCleared.ShouldBeFalse();
    }

    [Fact]
    public async Task A_registered_provider_that_is_not_simulated_is_named_with_what_to_do()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);

        Should.Throw<KeyNotFoundException>(() => simulator["stripe"]).Message.ShouldBe(
            "No simulated provider is called 'stripe'. There are: atlas, runonatlas, flex, flexprice, flowglad. "
            + "Add a simulation of your own with ProviderSimulatorOptions.Providers.");
    }

    private static Task<ProviderSimulator> StartAsync(Func<SimulationContext, SimulatedProvider> create) =>
        ProviderSimulator.StartAsync(new ProviderSimulatorOptions { Providers = [create] }, Token);
}
