namespace BillingClients.Benchmarks.Contestants;

/// <summary>One side of a comparison.</summary>
internal interface IContestant : IDisposable
{
    /// <summary>Runs an operation once. <see cref="Operation.Error"/> fails.</summary>
    Task RunAsync(Operation operation);
}
