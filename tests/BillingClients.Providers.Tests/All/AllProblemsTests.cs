using BillingClients.Testing;
using BillingClients.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.All;

/// <summary>Every provider's client names all problems of a request at once, in <c>Check</c> and in the exception of the call. Nothing is sent.</summary>
public sealed class AllProblemsTests
{
    public static TheoryData<string, bool> Clients { get; } =
        [.. SpoiltRequest.ByProvider.Keys.SelectMany(static provider => new (string, bool)[] { (provider, false), (provider, true) })];

    public static TheoryData<string> Names { get; } = [.. SpoiltRequest.ByProvider.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public void Every_provider_has_a_request_with_several_problems(string provider) =>
        SpoiltRequest.ByProvider.Keys.ShouldContain(provider, $"Add a request of {provider} to SpoiltRequest.");

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_create_with_several_problems_names_each_of_them_once(string provider, bool hasMiddleware)
    {
        await using Bench bench = await Bench.StartAsync(provider, build: builder => _ = hasMiddleware ? builder.UseLogging() : builder);
        SpoiltRequest spoilt = SpoiltRequest.ByProvider[provider];

        IReadOnlyList<FieldError> problems = bench.Client.Check(spoilt.Create, SpoiltRequest.Options);
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            () => bench.Client.CreateAsync(spoilt.Create, SpoiltRequest.Options, Token));

        problems.Select(static problem => problem.Field).ShouldBe(spoilt.RefusedInCreate);
        ShouldTellAll(refusal, problems);
        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task An_update_with_several_problems_names_each_of_them_once(string provider, bool hasMiddleware)
    {
        await using Bench bench = await Bench.StartAsync(provider, build: builder => _ = hasMiddleware ? builder.UseLogging() : builder);
        SpoiltRequest spoilt = SpoiltRequest.ByProvider[provider];

        IReadOnlyList<FieldError> problems = bench.Client.Check(spoilt.Update, SpoiltRequest.Options);
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            () => bench.Client.UpdateAsync(KeyFor(bench.Client), spoilt.Update, SpoiltRequest.Options, Token));

        problems.Select(static problem => problem.Field).ShouldBe(spoilt.RefusedInUpdate);
        ShouldTellAll(refusal, problems);
        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_key_with_a_problem_is_named_before_those_of_the_update(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bool byId = bench.Client.Provider.Capabilities.Update.ById != Support.Unsupported;
        CustomerKey key = byId ? CustomerKey.FromId("..") : CustomerKey.FromExternalId("..");

        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            () => bench.Client.UpdateAsync(key, new CustomerUpdate { Email = "ada" }, cancellationToken: Token));

        refusal.Errors.Select(static error => error.Field).ShouldBe([byId ? "CustomerKey.FromId" : "CustomerKey.FromExternalId", "Email"]);
        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task Fields_that_the_provider_does_not_have_are_all_in_their_own_exception(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        CustomerUpdate update = new() { ExternalId = "crm-1906", Phone = "1815", Description = "First programmer", TaxExempt = true };
        CustomerField[] unsupported =
        [
            .. from field in (CustomerField[])[CustomerField.ExternalId, CustomerField.Phone, CustomerField.Description, CustomerField.TaxExempt]
               where bench.Client.Provider.Capabilities.Field(field).Update == Support.Unsupported
               select field,
        ];

        if (unsupported.Length == 0)
        {
            bench.Client.Check(update).ShouldBeEmpty();
            return;
        }

        UnsupportedFieldException refusal = await Should.ThrowAsync<UnsupportedFieldException>(
            () => bench.Client.UpdateAsync(KeyFor(bench.Client), update, cancellationToken: Token));
        refusal.Field.ShouldBe(unsupported[0]);
        refusal.Fields.ShouldBe(unsupported);
        refusal.Errors.ShouldBe(bench.Client.Check(update));
        bench.Client.Check(update, new CallOptions { UnsupportedFields = UnsupportedFields.Ignore }).ShouldBeEmpty();
        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_good_request_has_no_problems_and_checking_it_logs_nothing(string provider)
    {
        using LogLines lines = new();
        await using Bench bench = await Bench.StartAsync(provider, logs: lines);
        CallOptions ignoring = new() { UnsupportedFields = UnsupportedFields.Ignore, IdempotencyKey = "signup-1815" };
        CustomerCreate whole = ProviderCase.Ada with { Description = "First programmer", TaxExempt = true, TaxIds = [new TaxId("eu_vat", "DE1")] };
        int before = lines.All.Count;

        bench.Client.Check(ProviderCase.Ada).ShouldBeEmpty();
        bench.Client.Check(new CustomerUpdate { Name = "Ada King" }).ShouldBeEmpty();
        bench.Client.Check(whole, ignoring).ShouldBeEmpty();

        lines.All.Count.ShouldBe(before);
        bench.Simulator.Journal.ShouldBeEmpty();
        await bench.Client.CreateAsync(whole, ignoring, Token);
        lines.All.Count.ShouldBeGreaterThan(before);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_key_of_another_kind_is_a_problem_of_the_settings(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        CallOptions options = new() { ApiKey = provider == "flexprice" ? "pk_nobody" : "nobody" };

        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            () => bench.Client.CreateAsync(ProviderCase.Ada with { Email = "ada" }, options, Token));

        // RunOnAtlas does not document what its keys look like.
        refusal.Errors.Select(static error => error.Field).ShouldBe(provider == "runonatlas" ? ["Email"] : ["CallOptions.ApiKey", "Email"]);
        refusal.Errors.ShouldBe(bench.Client.Check(ProviderCase.Ada with { Email = "ada" }, options));
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task An_idempotency_key_is_refused_where_none_is_sent_and_left_out_if_asked_to(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        CallOptions keyed = new() { IdempotencyKey = "signup-1815" };
        CallOptions ignoring = new() { IdempotencyKey = "signup-1815", UnsupportedFields = UnsupportedFields.Ignore };
        bool isTaken = bench.Client.Provider.Capabilities.IdempotencyKeys != Support.Unsupported;

        bench.Client.Check(ProviderCase.Ada, keyed).Select(static error => error.Field).ShouldBe(isTaken ? [] : ["CallOptions.IdempotencyKey"]);
        bench.Client.Check(new CustomerUpdate { Name = "Ada King" }, keyed).ShouldHaveSingleItem().Field.ShouldBe("CallOptions.IdempotencyKey");
        bench.Client.Check(new CustomerUpdate { Name = "Ada King" }, ignoring).ShouldBeEmpty();
        Customer ada = await bench.Client.CreateAsync(ProviderCase.Ada, ignoring, Token);
        CustomerKey key = bench.Client.Provider.Capabilities.Get.ById != Support.Unsupported ? CustomerKey.FromId(ada.Id) : CustomerKey.FromExternalId("crm-1815");
        (await bench.Client.GetAsync(key, keyed, Token)).Id.ShouldBe(ada.Id);
        await bench.Client.ListPageAsync(new CustomerListRequest(), keyed, Token);
        (await bench.Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, ignoring, Token)).Id.ShouldBe(ada.Id);
        (await Should.ThrowAsync<BillingValidationException>(() => bench.Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, keyed, Token)))
            .Errors.ShouldHaveSingleItem().Field.ShouldBe("CallOptions.IdempotencyKey");
        if (bench.Client.Provider.Capabilities.Delete != default)
        {
            (await Should.ThrowAsync<BillingValidationException>(() => bench.Client.DeleteAsync(key, keyed, Token)))
                .Errors.ShouldHaveSingleItem().Field.ShouldBe("CallOptions.IdempotencyKey");
            await bench.Client.DeleteAsync(key, ignoring, Token);
        }
    }

    /// <summary>The fake does not know a provider's own rules. It names all other problems.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fake_names_all_problems_too(string provider)
    {
        using FakeCustomerClient fake = new(DiscoveredProvider.Called(provider).Descriptor);
        SpoiltRequest spoilt = SpoiltRequest.ByProvider[provider];

        BillingValidationException create = await Should.ThrowAsync<BillingValidationException>(() => fake.CreateAsync(spoilt.Create, SpoiltRequest.Options, Token));
        BillingValidationException update = await Should.ThrowAsync<BillingValidationException>(
            () => fake.UpdateAsync(KeyFor(fake), spoilt.Update, SpoiltRequest.Options, Token));

        create.Errors.Count.ShouldBeGreaterThan(2);
        update.Errors.Count.ShouldBeGreaterThan(2);
        ShouldTellAll(create, ((ICustomerClient)fake).Check(spoilt.Create, SpoiltRequest.Options));
        ShouldTellAll(update, ((ICustomerClient)fake).Check(spoilt.Update, SpoiltRequest.Options));
        create.Errors.Select(static error => error.Field).ShouldBeSubsetOf(spoilt.RefusedInCreate);
        update.Errors.Select(static error => error.Field).ShouldBeSubsetOf(spoilt.RefusedInUpdate);
        fake.Calls.ShouldBeEmpty();
    }

    private static CustomerKey KeyFor(ICustomerClient client) =>
        client.Provider.Capabilities.Update.ById == Support.Unsupported ? CustomerKey.FromExternalId("crm-1815") : CustomerKey.FromId("cust_1");

    private static void ShouldTellAll(BillingValidationException refusal, IReadOnlyList<FieldError> problems)
    {
        refusal.Errors.ShouldBe(problems);
        refusal.Message.ShouldStartWith($"{refusal.Message.Split(':')[0]}: the request has {problems.Count} problems. ");
        refusal.Message.ShouldEndWith("Nothing was sent.");
        problems.ShouldAllBe(problem => refusal.Message.Contains($"{problem.Field} {problem.Message}"));
        refusal.StatusCode.ShouldBeNull();
        refusal.Attempts.ShouldBe(0);
    }
}
