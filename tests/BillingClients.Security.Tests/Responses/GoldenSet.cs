using System.Collections.Concurrent;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Responses;

/// <summary>Asks a simulated provider for its answers to every operation: the successes, and an error of each shape.</summary>
internal sealed class GoldenSet
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Golden>>>> Captured = new();

    private readonly Bench _bench;
    private readonly RecordingHandler _recorder;
    private readonly List<Golden> _goldens = [];

    private GoldenSet(Bench bench, RecordingHandler recorder)
    {
        _bench = bench;
        _recorder = recorder;
    }

    /// <summary>The options under which answers are recorded and replayed: a second attempt at once, and a small limit.</summary>
    public static void Set(ProviderOptions options)
    {
        options.MaxAttempts = 2;
        options.RetryBaseDelay = TimeSpan.Zero;
        options.RetryMaxDelay = TimeSpan.Zero;
        options.RetryBudget = int.MaxValue;
        options.MaxResponseBytes = 64 * 1024;

        // A replayed customer was created before the call.
        options.ClockTolerance = TimeSpan.FromDays(20);
    }

    /// <summary>The answers of a provider, captured once for all tests.</summary>
    public static Task<IReadOnlyList<Golden>> OfAsync(string subject) =>
        Captured.GetOrAdd(subject, static subject => new Lazy<Task<IReadOnlyList<Golden>>>(() => CaptureAsync(subject))).Value;

    private static async Task<IReadOnlyList<Golden>> CaptureAsync(string subject)
    {
        RecordingHandler recorder = new();
        await using Bench bench = await Bench.StartAsync(subject, Set, http => http.ConfigurePrimaryHttpMessageHandler(() => recorder));
        GoldenSet set = new(bench, recorder);
        foreach (Operation operation in OperationsOf(bench.Client))
        {
            await set.AddAsync(operation);
        }

        return set._goldens;
    }

    /// <summary>The operations, and an update of metadata, for which some adapters read first.</summary>
    private static IEnumerable<Operation> OperationsOf(ICustomerClient client)
    {
        IReadOnlyList<Operation> operations = [.. Operation.Of(client)];
        return client.Provider.Capabilities.Field(CustomerField.Metadata).Update == Support.Unsupported
            ? operations
            : [.. operations, .. operations.Where(static operation => operation.Kind == OperationKind.Update).Select(UpdateOfMetadata)];
    }

    private static Operation UpdateOfMetadata(Operation update) => update with
    {
        Name = $"{update.Name}, metadata",
        RunAsync = (client, key, _, options, token) => client.UpdateAsync(
            update.KeyKind == CustomerKeyKind.Id ? CustomerKey.FromId(key) : CustomerKey.FromExternalId(key),
            new CustomerUpdate { Metadata = new Dictionary<string, string> { ["plan"] = "gold" } },
            options,
            token),
    };

    private async Task AddAsync(Operation operation)
    {
        await RecordAsync(operation, Golden.Success, static _ => { });
        await RecordAsync(operation, "unauthorized", static provider => provider.RevokeKey(provider.ApiKey));
        _bench.Provider.AcceptKey(_bench.Provider.ApiKey);
        await RecordAsync(operation, "too many requests", static provider => provider.Fault(SimulatedFault.TooManyRequests(TimeSpan.FromSeconds(1))));
        await RecordAsync(operation, "failure, then success", static provider => provider.Fault(SimulatedFault.ErrorBeforeCommit()));
        if (operation.KeyKind is not null)
        {
            await RecordAsync(operation, "not found", static provider => provider.ClearCustomers());
        }

        if (operation.Kind == OperationKind.Create)
        {
            await RecordAsync(operation, "lost answer, then success", static provider => provider.Fault(SimulatedFault.ErrorAfterCommit()));
            await AddRefusedCreatesAsync(operation);
        }
    }

    private async Task RecordAsync(Operation operation, string name, Action<SimulatedProvider> prepare)
    {
        string key = await _bench.PrepareAsync(operation);
        prepare(_bench.Provider);
        _recorder.Take();
        await RunAsync(operation, key);
        _goldens.Add(new Golden(operation, key, name, _recorder.Take()));
    }

    private async Task AddRefusedCreatesAsync(Operation create)
    {
        await _bench.PrepareAsync(create);
        await _bench.RunAsync(create, "");
        _recorder.Take();
        await RunAsync(create, "");
        _goldens.Add(new Golden(create, "", "a second time", _recorder.Take()));

        // What the client would not send: a body in which everything is missing.
        JournalEntry sent = _bench.Provider.Requests[^1];
        string keyHeader = Subject.Called(_bench.Provider.Name).KeyHeader;
        using HttpMessageInvoker invoker = new(_recorder, disposeHandler: false);
        foreach (string body in (string[])["{}", """{"customer":{}}""", "no JSON"])
        {
            using HttpRequestMessage request = new(HttpMethod.Post, new Uri(_bench.Provider.BaseAddress, sent.Target)) { Content = new StringContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TryAddWithoutValidation(keyHeader, sent.Header(keyHeader));
            using HttpResponseMessage response = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
            _goldens.Add(new Golden(create, "", $"refused: {body}", _recorder.Take()));
        }
    }

    private async Task RunAsync(Operation operation, string key)
    {
        try
        {
            await _bench.RunAsync(operation, key);
        }
        catch (BillingException)
        {
            // The error is what is recorded.
        }
    }
}
