namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>One row of the matrix, or one of the four signs of a field's row.</summary>
/// <param name="Table">The table.</param>
/// <param name="Label">What the row is about.</param>
/// <param name="Observe">Tries it.</param>
/// <param name="Declare">What the capabilities say; null where they say nothing, and the page shows what was observed.</param>
internal sealed record MatrixRow(MatrixTable Table, string Label, Func<Probe, Task<string>> Observe, Func<CustomerCapabilities, string>? Declare = null)
{
    /// <summary>What the page shows: the declaration, else the behaviour.</summary>
    internal async Task<string> ReadAsync(MatrixProvider provider)
    {
        await using Probe probe = await Probe.StartAsync(provider);
        return Declare?.Invoke(probe.Declared) ?? await Observe(probe);
    }

    public override string ToString() => Label;
}
