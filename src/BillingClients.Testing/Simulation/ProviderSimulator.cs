using System.Globalization;

namespace BillingClients.Testing;

/// <summary>The billing providers on one loopback server: real sockets, stored customers, a journal of raw requests, scripted answers and faults.</summary>
/// <remarks>
/// <para>Each provider is mounted under its own path and behaves as its documents say: authentication, validation, envelopes, uniqueness, paging, error bodies.
/// The remarks of each provider's class say what it does where the documents say nothing.</para>
/// <para>Safe for concurrent use. Dispose it to close the port; running requests are aborted. If it was not disposed when the process ends, it says so on
/// standard error.</para>
/// </remarks>
/// <example><code>
/// await using ProviderSimulator simulator = await ProviderSimulator.StartAsync();
/// FlexpriceSimulation flexprice = simulator.Flexprice;
/// // point a client at flexprice.BaseAddress with flexprice.ApiKey, then look at flexprice.Customers and simulator.Journal
/// </code></example>
public sealed class ProviderSimulator : IAsyncDisposable
{
    private readonly SimulatorServer _server;
    private readonly SimulatorDialer _dialer;
    private ExitNotice? _notice;
    private Uri? _root;

    private ProviderSimulator(ProviderSimulatorOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxJournalEntries, 1);
        Journal = new RequestJournal(options.MaxJournalEntries);
        var context = new SimulationContext(options, Journal);
        Providers =
        [
            Atlas = Create(context, static context => new AtlasSimulation(context)),
            RunOnAtlas = Create(context, static context => new RunOnAtlasSimulation(context)),
            Flex = Create(context, static context => new FlexSimulation(context)),
            Flexprice = Create(context, static context => new FlexpriceSimulation(context)),
            Flowglad = Create(context, static context => new FlowgladSimulation(context)),
            .. options.Providers.Select(create => Create(context, create)),
        ];
        CheckProviders();
        Faults = new FaultInjection(() => Accounts, options.MaxJournalEntries);
        _dialer = new SimulatorDialer(this);
        _server = new SimulatorServer(this, options);
    }

    /// <summary>All simulated providers, each with its own account only: see <see cref="SimulatedAccounts.Account"/>. Those of <see cref="ProviderSimulatorOptions.Providers"/> come last.</summary>
    public IReadOnlyList<SimulatedProvider> Providers { get; }

    /// <summary>Atlas, under <c>/atlas/functions/v1</c>.</summary>
    public AtlasSimulation Atlas { get; }

    /// <summary>RunOnAtlas, under <c>/runonatlas</c>.</summary>
    public RunOnAtlasSimulation RunOnAtlas { get; }

    /// <summary>Flex, under <c>/flex</c>.</summary>
    public FlexSimulation Flex { get; }

    /// <summary>Flexprice, under <c>/flexprice/v1</c>.</summary>
    public FlexpriceSimulation Flexprice { get; }

    /// <summary>Flowglad, under <c>/flowglad</c>.</summary>
    public FlowgladSimulation Flowglad { get; }

    /// <summary>
    /// The requests received, in order, whichever provider they were for: the last <see cref="ProviderSimulatorOptions.MaxJournalEntries"/>.
    /// </summary>
    public RequestJournal Journal { get; }

    /// <summary>Faults drawn at random, and the record of all faults.</summary>
    public FaultInjection Faults { get; }

    /// <summary>The port that the simulator listens on.</summary>
    public int Port { get; private set; }

    /// <summary>The provider of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such provider.</exception>
    public SimulatedProvider this[string name] =>
        Find(name)
        ?? throw new KeyNotFoundException(
            $"No simulated provider is called '{name}'. There are: {string.Join(", ", Providers.Select(provider => provider.Name))}. "
            + "Add a simulation of your own with ProviderSimulatorOptions.Providers.");

    /// <summary>Starts a simulator on a free loopback port, or on the port that the options name.</summary>
    /// <exception cref="ArgumentException">Two providers have the same name, or one is mounted under the path of another.</exception>
    public static async Task<ProviderSimulator> StartAsync(ProviderSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var simulator = new ProviderSimulator(options ?? new ProviderSimulatorOptions());
        try
        {
            simulator.Port = await simulator._server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await simulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        simulator._notice = new ExitNotice(simulator.Port);
        simulator._root = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{simulator.Port}"));
        foreach (SimulatedProvider provider in simulator.Providers)
        {
            simulator.Mount(provider);
        }

        return simulator;
    }

    /// <summary>
    /// Connects a client to the simulator. If a <see cref="FaultKind.ConnectionRefused"/> is scripted or drawn, the system refuses the connection; if a
    /// <see cref="FaultKind.ConnectionStalled"/> is, the connection is not made.
    /// </summary>
    /// <remarks>
    /// <c>UseSimulator</c> sets it up. For another client, set it as <see cref="SocketsHttpHandler.ConnectCallback"/>. It is called for each new connection,
    /// not for each request. To open a connection for each request, set <see cref="SocketsHttpHandler.PooledConnectionLifetime"/> to zero.
    /// </remarks>
    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        _dialer.DialAsync(context, cancellationToken);

    /// <summary>Closes the port and aborts the running requests.</summary>
    public async ValueTask DisposeAsync()
    {
        _notice?.Dispose();
        await _server.DisposeAsync().ConfigureAwait(false);
        _dialer.Dispose();
    }

    internal SimulatedProvider? Find(string name) => Providers.FirstOrDefault(provider => IsCalled(provider, name));

    /// <summary>The account that a path belongs to; null for none.</summary>
    internal SimulatedProvider? ProviderAt(string target) => Accounts.FirstOrDefault(account => IsUnder(account.BasePath, target));

    private IEnumerable<SimulatedProvider> Accounts => Providers.SelectMany(static provider => provider.Accounts!.All);

    private TProvider Create<TProvider>(SimulationContext context, Func<SimulationContext, TProvider> create)
        where TProvider : SimulatedProvider => (TProvider)new SimulatedAccountList(context, create, Open).Own;

    private void Open(SimulatedProvider account)
    {
        Mount(account);
        Faults.Join(account);
    }

    private void Mount(SimulatedProvider account) => account.BaseAddress = new Uri(_root!, account.BasePath);

    private static bool IsUnder(string basePath, string target) =>
        target.StartsWith(basePath, StringComparison.Ordinal) && (target.Length == basePath.Length || target[basePath.Length] is '/' or '?');

    private static bool IsCalled(SimulatedProvider provider, string name) => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase);

    private void CheckProviders()
    {
        foreach (SimulatedProvider provider in Providers)
        {
            if (Providers.FirstOrDefault(other => other != provider && IsCalled(other, provider.Name)) is not null)
            {
                throw new ArgumentException($"Two simulated providers are called '{provider.Name}'. Give each a name of its own.");
            }

            if (Providers.FirstOrDefault(other => other != provider && IsUnder(other.BasePath, provider.BasePath)) is { } outer)
            {
                throw new ArgumentException(
                    $"'{provider.Name}' is mounted under '{provider.BasePath}', which is within '{outer.BasePath}' of '{outer.Name}'. Give it another path.");
            }
        }
    }
}
