using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Security.Tests.Fixtures;

/// <summary>A simulator, and a client of one provider that reaches it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Bench(ProviderSimulator simulator, SimulatedProvider provider, ServiceProvider services)
    {
        Simulator = simulator;
        Provider = provider;
        _services = services;
        Client = services.GetRequiredService<ICustomerClient>();
    }

    /// <summary>A customer that every provider takes.</summary>
    public static CustomerCreate Sample { get; } = new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    public ProviderSimulator Simulator { get; }

    public SimulatedProvider Provider { get; }

    public ICustomerClient Client { get; }

    /// <summary>
    /// Without retries, unless the options say otherwise. A call lasts three seconds at most; the waits in it take no time, unless there is another clock.
    /// With a log, everything is logged, payloads too.
    /// </summary>
    public static async Task<Bench> StartAsync(
        string subject, Action<ProviderOptions>? set = null, Action<IHttpClientBuilder>? http = null, TimeProvider? clock = null, ILoggerProvider? log = null)
    {
        ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        SimulatedProvider provider = simulator[subject];
        ServiceCollection services = new();
        services.AddSingleton(clock ?? new OnlyShortTimers(limit: TimeSpan.FromSeconds(1), TimeProvider.System.GetUtcNow()));
        ICustomerClientBuilder builder = Subject.Called(subject).Register(services, subject, options =>
        {
            options.ApiKey = provider.ApiKey;
            options.BaseAddress = provider.BaseAddress;
            options.MaxAttempts = 1;
            options.RetryBaseDelay = TimeSpan.Zero;
            options.RetryMaxDelay = TimeSpan.FromSeconds(1);
            options.TotalTimeout = clock is null ? TimeSpan.FromSeconds(3) : options.TotalTimeout;
            set?.Invoke(options);
        }).ConfigureHttpClient(http ?? (static _ => { }));
        if (log is not null)
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            builder.UseLogging(includePayload: true);
        }

        return new Bench(simulator, provider, services.BuildServiceProvider());
    }

    /// <summary>Makes the operation one that works, and returns its key: the sample is stored, but for a create.</summary>
    public async Task<string> PrepareAsync(Operation operation)
    {
        Provider.ClearCustomers();
        Customer? stored = operation.Kind == OperationKind.Create ? null : await Client.CreateAsync(Sample, cancellationToken: TestContext.Current.CancellationToken);
        Simulator.Journal.Clear();
        return operation.KeyKind == CustomerKeyKind.Id ? stored!.Id : Sample.ExternalId!;
    }

    public Task RunAsync(Operation operation, string key, CallOptions? options = null) =>
        operation.RunAsync(Client, key, Sample, options, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
