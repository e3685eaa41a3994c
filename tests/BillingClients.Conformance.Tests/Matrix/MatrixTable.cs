namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>The tables of the matrix.</summary>
internal enum MatrixTable
{
    /// <summary>Operations by kind of key, and filters.</summary>
    Operations,

    /// <summary>Fields; four signs in a cell: create, update, clear, read.</summary>
    Fields,

    /// <summary>What is sent, what is demanded, and what is promised.</summary>
    Requests,
}
