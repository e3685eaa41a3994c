namespace BillingClients.Benchmarks.Contestants;

/// <summary>What is measured.</summary>
public enum Operation
{
    /// <summary>Creates a customer.</summary>
    Create,

    /// <summary>Reads one.</summary>
    Get,

    /// <summary>Changes one.</summary>
    Update,

    /// <summary>Reads a page of 100.</summary>
    List,

    /// <summary>Reads one that is not there; the exception is caught.</summary>
    Error,
}
