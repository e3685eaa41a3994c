using System.Globalization;
using System.Reflection;

namespace BillingClients.Providers.Tests.All;

/// <summary>
/// The options of a client without a container can be changed. A change is used by the next call if it is valid. If not, the next call says so and sends nothing.
/// </summary>
public sealed class ChangedOptionsTests
{
    private static readonly (string Property, Action<ProviderOptions> Set)[] Bad =
    [
        ("TotalTimeout", static options => options.TotalTimeout = TimeSpan.Zero),
        ("TotalTimeout", static options => options.TotalTimeout = TimeSpan.MaxValue),
        ("AttemptTimeout", static options => options.AttemptTimeout = TimeSpan.FromSeconds(-1)),
        ("RetryBaseDelay", static options => options.RetryBaseDelay = TimeSpan.FromSeconds(-1)),
        ("RetryMaxDelay", static options => options.RetryMaxDelay = TimeSpan.MaxValue),
        ("ClockTolerance", static options => options.ClockTolerance = TimeSpan.MaxValue),
        ("MaxAttempts", static options => options.MaxAttempts = 0),
        ("RetryBudget", static options => options.RetryBudget = -1),
        ("MaxResponseBytes", static options => options.MaxResponseBytes = -1),
        ("MaxErrorBodyBytes", static options => options.MaxErrorBodyBytes = -1),
        ("MaxResponseHeadersKilobytes", static options => options.MaxResponseHeadersKilobytes = 0),
        ("PooledConnectionLifetime", static options => options.PooledConnectionLifetime = TimeSpan.Zero),
        ("ApplicationName", static options => options.ApplicationName = "acme\r\nX-Injected: 1"),
        ("UnsupportedFields", static options => options.UnsupportedFields = (UnsupportedFields)99),
        ("BaseAddress", static options => options.BaseAddress = new Uri("/v1", UriKind.Relative)),
        ("BaseAddress", static options => options.BaseAddress = new Uri("http://elsewhere.example/")),
        ("BaseAddress", static options => options.BaseAddress = new Uri("https://elsewhere.example/")),
        ("BaseAddress", static options => options.BaseAddress = null),
        ("ApiKeyProvider", static options => options.ApiKeyProvider = static _ => new("other")),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_change_that_is_not_valid_stops_the_next_call_and_a_good_one_is_used_again(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        ProviderOptions good = Reach(bench, provider);
        ProviderOptions options = Reach(bench, provider);
        ICustomerClient client = DiscoveredProvider.Called(provider).Create(options);
        using IDisposable disposed = (IDisposable)client;
        foreach ((string property, Action<ProviderOptions> set) in Bad)
        {
            set(options);

            foreach (Func<Task> call in EveryOperation(client))
            {
                InvalidOperationException refusal = await Should.ThrowAsync<InvalidOperationException>(call, property);
                refusal.Message.ShouldContain(property);
                refusal.Message.ShouldEndWith("Nothing was sent.");
            }

            bench.Simulator.Journal.ShouldBeEmpty(property);
            Restore(options, good);
        }

        await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token);
        bench.Provider.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_change_that_is_not_valid_does_not_disturb_a_call_that_has_begun(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        ProviderOptions options = Reach(bench, provider);
        string key = options.ApiKey!;
        options.ApiKey = null;
        options.ApiKeyProvider = _ =>
        {
            options.TotalTimeout = TimeSpan.Zero;
            options.MaxResponseBytes = -1;
            options.BaseAddress = null;
            options.UnsupportedFields = (UnsupportedFields)99;
            return new(key);
        };
        ICustomerClient client = DiscoveredProvider.Called(provider).Create(options);
        using IDisposable disposed = (IDisposable)client;

        await client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        bench.Provider.Customers.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_changed_key_and_a_changed_name_are_used_by_the_next_call(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        ProviderOptions options = Reach(bench, provider);
        ICustomerClient client = DiscoveredProvider.Called(provider).Create(options);
        using IDisposable disposed = (IDisposable)client;
        options.ApiKey += "2";
        options.ApplicationName = "acme/2";
        bench.Provider.AcceptKey(options.ApiKey);

        await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token);

        bench.Provider.Requests.ShouldHaveSingleItem().Header(DiscoveredProvider.Called(provider).KeyHeader).ShouldEndWith(options.ApiKey);
        bench.Provider.Requests[0].Header("User-Agent").ShouldEndWith("acme/2");
    }

    /// <summary>A property that is not compared would be changed without notice. A provider's own are in its override of HasSameOwnSettings.</summary>
    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public void A_change_of_any_property_is_noticed(string provider)
    {
        MethodInfo hasSameSettings = typeof(ProviderOptions).GetMethod("HasSameSettings", BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (PropertyInfo property in DiscoveredProvider.Called(provider).OptionsType.GetProperties().Where(static each => each.CanWrite))
        {
            ProviderOptions before = DiscoveredProvider.Called(provider).NewOptions();
            ProviderOptions after = DiscoveredProvider.Called(provider).NewOptions();
            hasSameSettings.Invoke(before, [after]).ShouldBe(true);
            property.SetValue(after, OtherThan(property.GetValue(before), property.PropertyType));

            hasSameSettings.Invoke(before, [after]).ShouldBe(false, property.Name);
        }
    }

    private static ProviderOptions Reach(Bench bench, string provider)
    {
        ProviderOptions options = DiscoveredProvider.Called(provider).NewOptions();
        options.ApiKey = bench.Provider.ApiKey;
        options.BaseAddress = bench.Provider.BaseAddress;
        return options;
    }

    private static void Restore(ProviderOptions options, ProviderOptions good)
    {
        foreach (PropertyInfo property in options.GetType().GetProperties().Where(static each => each.CanWrite))
        {
            property.SetValue(options, property.GetValue(good));
        }
    }

    private static IEnumerable<Func<Task>> EveryOperation(ICustomerClient client)
    {
        CustomerKey key = CustomerKey.FromId("cust_1");
        yield return () => client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);
        yield return () => client.GetAsync(key, cancellationToken: Token);
        yield return () => client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token);
        yield return () => client.DeleteAsync(key, cancellationToken: Token);
        yield return () => client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token);
    }

    private static object OtherThan(object? value, Type type) => value switch
    {
        int number => number + 1,
        bool flag => !flag,
        TimeSpan time => time + TimeSpan.FromTicks(1),
        Enum word => Enum.ToObject(type, Convert.ToInt32(word, CultureInfo.InvariantCulture) + 1),
        _ when type == typeof(string) => "other",
        _ when type == typeof(Uri) => new Uri("https://other.example/"),
        _ when type == typeof(Func<CancellationToken, ValueTask<string>>) => (Func<CancellationToken, ValueTask<string>>)(static _ => new("other")),
        _ => throw new NotSupportedException($"{type.Name} is a new type of setting. Add another value of it here."),
    };

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task After_one_bad_key_the_next_change_is_judged_by_itself(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        ProviderOptions options = Reach(bench, provider);
        ICustomerClient client = DiscoveredProvider.Called(provider).Create(options);
        using IDisposable disposed = (IDisposable)client;
        options.ApiKey = "a bad key";
        await Should.ThrowAsync<BillingAuthenticationException>(() => client.ListPageAsync(new(), cancellationToken: Token));
        options.ApiKey = null;
        await Should.ThrowAsync<BillingAuthenticationException>(() => client.ListPageAsync(new(), cancellationToken: Token));

        options.ApiKey = bench.Provider.ApiKey;
        await client.ListPageAsync(new(), cancellationToken: Token);
    }
}
