using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>One provider under the sweep: a simulator, clients with and without a container, canaries, and all that is observed of them.</summary>
public sealed class Swept : IAsyncDisposable
{
    private const int MostShown = 20;

    private readonly Subject _subject;
    private readonly ProviderSimulator _simulator;
    private readonly ServiceProvider _services;
    private readonly IDisposable _standalone;

    private Swept(Subject subject, ProviderSimulator simulator, Action<ProviderOptions> change, Action<IHttpClientBuilder, Canaries> http)
    {
        _subject = subject;
        _simulator = simulator;
        Canaries = Canaries.New(subject.Name);
        Provider = subject.In(simulator);
        Provider.AcceptKey(Canaries.ApiKey);
        Provider.AcceptKey(Canaries["API key of a call"]);
        ICustomerClient standalone = subject.NewClient(Set, Observed.Log);
        _standalone = (IDisposable)standalone;
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Observed.Log));
        subject.Register(services, subject.Name, Set).UseLogging().ConfigureHttpClient(builder => http(builder, Canaries));
        _services = services.BuildServiceProvider();
        Clients = [standalone, _services.GetRequiredService<ICustomerClient>()];

        void Set(ProviderOptions options)
        {
            options.BaseAddress = Provider.BaseAddress;
            options.ApiKey = Canaries.ApiKey;
            options.RetryBaseDelay = TimeSpan.Zero;
            options.RetryMaxDelay = TimeSpan.Zero;
            options.RetryBudget = int.MaxValue;

            // A create that is known to be stored, and that nobody can see, is looked for until the time is up.
            options.TotalTimeout = TimeSpan.FromMilliseconds(300);
            change(options);
        }
    }

    /// <summary>What is planted.</summary>
    public Canaries Canaries { get; }

    /// <summary>What is seen.</summary>
    public Observed Observed { get; } = new();

    /// <summary>The provider in the simulator.</summary>
    public SimulatedProvider Provider { get; }

    /// <summary>A client that was made without a container; and one from a container, with <c>UseLogging()</c> around it.</summary>
    public IReadOnlyList<ICustomerClient> Clients { get; }

    /// <summary>How many calls failed so far, by the type of their exception.</summary>
    public Dictionary<Type, int> Failures { get; } = [];

    /// <summary>Starts a provider.</summary>
    /// <param name="provider">Its name.</param>
    /// <param name="change">Changes the options of both clients.</param>
    /// <param name="http">Changes the HTTP client of the client from a container.</param>
    public static async Task<Swept> StartAsync(
        string provider, Action<ProviderOptions>? change = null, Action<IHttpClientBuilder, Canaries>? http = null) =>
        new(Subject.Called(provider), await ProviderSimulator.StartAsync(), change ?? (static _ => { }), http ?? (static (_, _) => { }));

    /// <summary>Runs a call; observes what it returns or throws.</summary>
    /// <returns>What it threw; null when it returned.</returns>
    public async Task<Exception?> RunAsync(string what, Func<Task<object?>> call)
    {
        try
        {
            object? result = await call();
            foreach (object? printed in result as IEnumerable<Customer> ?? [])
            {
                Observed.AddPrinted(what, printed);
            }

            Observed.AddPrinted(what, result is CustomerPage page ? page : result as Customer);
            Observed.AddPrinted(what, (result as Customer)?.ProviderData);
            Observed.AddPrinted(what, (result as Customer)?.Response);
            return null;
        }
        catch (Exception failure) when (failure is BillingException or OperationCanceledException)
        {
            lock (Failures)
            {
                Failures[failure.GetType()] = Failures.GetValueOrDefault(failure.GetType()) + 1;
            }

            Observed.Add(what, failure);
            return failure;
        }
    }

    /// <summary>Runs every call of every client.</summary>
    public async Task RunAllAsync(string what, CallOptions? options = null, Action? before = null)
    {
        foreach (ICustomerClient client in Clients)
        {
            await RunAllAsync(client, what, options, before);
        }
    }

    /// <summary>
    /// Runs every call of the client from a container, which logs most. Enough for many answers: what reads them is the same without a container.
    /// </summary>
    /// <param name="what">What a failing test calls it.</param>
    /// <param name="options">The calls' settings; null for those with canaries.</param>
    /// <param name="before">Runs before each call.</param>
    /// <param name="after">Gets each call and what it threw; null when it returned.</param>
    public Task RunLoggedAsync(string what, CallOptions? options = null, Action? before = null, Action<SweptCall, Exception?>? after = null) =>
        RunAllAsync(Clients[^1], what, options, before, after);

    /// <summary>Asserts that no canary was seen anywhere.</summary>
    public void ShouldHaveLeakedNothing() => string.Join('\n', Observed.Leaks(Canaries).Take(MostShown)).ShouldBeEmpty();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _standalone.Dispose();
        await _services.DisposeAsync();
        await _simulator.DisposeAsync();
        Observed.Dispose();
    }

    private async Task RunAllAsync(
        ICustomerClient client, string what, CallOptions? options, Action? before, Action<SweptCall, Exception?>? after = null)
    {
        foreach (SweptCall call in SweptCall.Of(client, Canaries))
        {
            before?.Invoke();
            Exception? failure = await RunAsync(
                $"{_subject.Name}, {call.Name}, {what}", () => call.RunAsync(options ?? Canaries.Options(), TestContext.Current.CancellationToken));
            after?.Invoke(call, failure);
        }
    }
}
