using BillingClients.Conformance;

namespace BillingClients.Ledgerly.Tests;

public sealed class CompletenessTests
{
    [Fact]
    public void All_conformance_classes_are_derived() => AllConformanceClassesAreDerived.ForEveryHarness(typeof(LedgerlyHarness).Assembly);
}
