namespace BillingClients.Wire.Tests.Stages;

/// <summary>A call of a scenario.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Operation">The operation, after which the mapping file is named.</param>
/// <param name="Name">The case.</param>
/// <param name="Status">The status that the scenario wants.</param>
/// <param name="Outcome">What came of it.</param>
internal sealed record PlayedCall(string Provider, OperationKind Operation, string Name, int Status, Outcome Outcome)
{
    /// <summary>The name of the call's stub, if it sends one request.</summary>
    internal string StubName => $"{Provider} {FileName}: {Name}";

    /// <summary>The mapping file, without its ending.</summary>
    internal string FileName => Operation.ToString().ToLowerInvariant();

    /// <summary>The name of the stub of one of the call's requests.</summary>
    internal string StubNameOf(int index, int count) => count == 1 ? StubName : $"{StubName} ({index + 1} of {count})";

    /// <summary>Whether a stub of that name is one of the call's.</summary>
    internal bool HasStub(string stubName) => stubName == StubName || stubName.StartsWith($"{StubName} (", StringComparison.Ordinal);
}
