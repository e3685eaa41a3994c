using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Core.Tests.Providers;

/// <summary>What an account created is remembered until its age tells that it existed before a call.</summary>
public sealed class RecentCreatesTests : IDisposable
{
    private static readonly ProviderDescriptor Own = new("own", "Own", new CustomerCapabilities());

    private readonly FakeTimeProvider _clock = new();
    private readonly OwnOptions _options = new() { ApiKey = "key", TotalTimeout = TimeSpan.FromMinutes(5) };
    private readonly ProviderAccount _account;
    private readonly RecentCreates _recent;

    public RecentCreatesTests()
    {
        _account = ProviderAccount.Create(Own, new ApiKeyHeader("Authorization", ""), _options, timeProvider: _clock);
        _recent = new RecentCreates(_account);
        _recent.Begin(_options.TotalTimeout);
    }

    public void Dispose() => _account.Dispose();

    [Fact]
    public void A_customer_is_added_once()
    {
        _recent.TryAdd("1", externalId: null).ShouldBeTrue();
        _recent.TryAdd("2", externalId: null).ShouldBeTrue();

        _recent.TryAdd("1", externalId: null).ShouldBeFalse();
        _recent.Contains("2").ShouldBeTrue();
        _recent.Contains("3").ShouldBeFalse();
    }

    [Fact]
    public void It_is_forgotten_when_every_call_that_began_before_it_has_ended_and_its_age_tells_it()
    {
        _recent.TryAdd("1", externalId: null);
        _clock.Advance(_options.TotalTimeout + _options.ClockTolerance);
        _recent.TryAdd("1", externalId: null).ShouldBeFalse();

        _clock.Advance(TimeSpan.FromTicks(1));

        _recent.TryAdd("1", externalId: null).ShouldBeTrue();
    }

    [Fact]
    public void A_key_that_is_left_open_again_is_open_from_then_on()
    {
        _recent.LeaveOpen("ada@example.com");
        _clock.Advance(_options.TotalTimeout);
        _recent.LeaveOpen("ADA@example.com");
        _clock.Advance(_options.TotalTimeout + _options.ClockTolerance);
        _recent.IsOpen("ada@example.com").ShouldBeTrue();

        _clock.Advance(TimeSpan.FromTicks(1));

        _recent.IsOpen("ada@example.com").ShouldBeFalse();
    }

    [Fact]
    public void What_is_forgotten_is_not_found_either()
    {
        _recent.TryAdd("1", "crm-1");
        _recent.Contains("1").ShouldBeTrue();
        _recent.ContainsExternalId("crm-1").ShouldBeTrue();
        _recent.ContainsExternalId("1").ShouldBeFalse();

        _clock.Advance(_options.TotalTimeout + _options.ClockTolerance + TimeSpan.FromTicks(1));

        _recent.Contains("1").ShouldBeFalse();
        _recent.ContainsExternalId("crm-1").ShouldBeFalse();
    }

    [Fact]
    public void It_is_remembered_as_long_as_the_longest_call_may_run()
    {
        _recent.Begin(TimeSpan.FromHours(1));
        _recent.Begin(TimeSpan.FromSeconds(1));
        _recent.TryAdd("1", externalId: null);
        _clock.Advance(TimeSpan.FromHours(1) + _options.ClockTolerance);

        _recent.TryAdd("1", externalId: null).ShouldBeFalse();
    }

    [Fact]
    public void Shorter_options_do_not_shorten_a_call_that_runs_already()
    {
        _recent.TryAdd("1", externalId: null);
        _clock.Advance(_options.TotalTimeout);
        _options.TotalTimeout = TimeSpan.FromSeconds(1);
        _account.TakeChangedOptions();

        _recent.TryAdd("1", externalId: null).ShouldBeFalse();
    }

    [Fact]
    public void Without_a_tolerance_it_is_remembered_for_another_second_because_time_stamps_may_be_in_whole_seconds()
    {
        _options.ClockTolerance = TimeSpan.Zero;
        _account.TakeChangedOptions();
        _recent.TryAdd("1", externalId: null);
        _clock.Advance(_options.TotalTimeout + TimeSpan.FromSeconds(1));

        _recent.TryAdd("1", externalId: null).ShouldBeFalse();
    }

    [Fact]
    public void The_largest_tolerance_and_the_longest_time_can_be_set()
    {
        _options.ClockTolerance = TimeSpan.FromDays(36_500);
        _options.TotalTimeout = TimeSpan.FromDays(24);
        _account.TakeChangedOptions();
        _recent.Begin(_options.TotalTimeout);
        _recent.TryAdd("1", externalId: null);
        _clock.Advance(TimeSpan.FromDays(3650));

        _recent.TryAdd("1", externalId: null).ShouldBeFalse();
    }

    [Fact]
    public void The_newest_20_000_are_remembered_so_that_memory_stays_flat()
    {
        foreach (int number in Enumerable.Range(0, 20_001))
        {
            _recent.TryAdd($"{number}", externalId: null);
        }

        _recent.Contains("0").ShouldBeFalse();
        _recent.Contains("1").ShouldBeTrue();
        _recent.Contains("20000").ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_with_a_longer_time_limit_does_not_take_the_customer_of_a_shorter_one_for_its_own()
    {
        CustomerCreate ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace" };
        CancellationToken token = TestContext.Current.CancellationToken;
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 26, 9, 30, 0, TimeSpan.Zero));
        DateTimeOffset createdAt = clock.GetUtcNow();
        Func<Task>? meanwhile = null;
        async Task<HttpResponseMessage> CreatedAsync(HttpRequestMessage request)
        {
            string sent = await request.Content!.ReadAsStringAsync(token);
            return sent.Contains("1815", StringComparison.Ordinal)
                ? Answers.Customer(201, "crm-1815", createdAt)
                : Answers.Status(201, """{"id":"cust_2","external_id":"crm-1906"}""");
        }

        using ScriptedClient scripted = new(
            async (request, _) =>
            {
                if (request.Method == HttpMethod.Get)
                {
                    return Answers.Customer(200, "crm-1815", createdAt);
                }

                if (Interlocked.Exchange(ref meanwhile, null) is not { } others)
                {
                    return await CreatedAsync(request);
                }

                await others();
                throw new HttpRequestException(HttpRequestError.ResponseEnded);
            },
            options => options.AttemptTimeout = TimeSpan.FromHours(1),
            clock);
        meanwhile = async () =>
        {
            await scripted.Client.CreateAsync(ada, cancellationToken: token);
            clock.Advance(TimeSpan.FromMinutes(10));
            await scripted.Client.CreateAsync(ada with { ExternalId = "crm-1906" }, cancellationToken: token);
        };

        await Should.ThrowAsync<BillingConflictException>(() => scripted.Client.CreateAsync(ada, new CallOptions { Timeout = TimeSpan.FromHours(1) }, token));
    }
}
