using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>
/// A simulated provider whose OpenAPI document is known: after each test, every request that the client sent and every answer that the simulator gave must be
/// as the document requires.
/// </summary>
public abstract class ContractHarness : SimulatorHarness
{
    private readonly Contract _contract;

    private protected ContractHarness(Contract contract)
        : base(contract.Provider) => _contract = contract;

    /// <inheritdoc/>
    protected override ProviderSimulatorOptions SimulatorOptions => new() { KeepAnswers = true };

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        // A request without a status was aborted, perhaps before it was read.
        string[] violations = [.. Provider.Requests.Where(static request => request.Status is not null).SelectMany(Violations).Distinct()];
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        string.Join('\n', violations).ShouldBeEmpty($"{_contract.Provider}'s OpenAPI document, as it is in tests/Shared/Contracts, says otherwise.");
    }

    // Only a held request is answered with 503 here, and only a gateway with HTML; the simulator itself never does.
    private IReadOnlyList<string> Violations(JournalEntry request) =>
        _contract.Violations(CheckedExchange.Of(request, isOwnAnswer: request.Status != 503 && request.Answer?.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true));
}
