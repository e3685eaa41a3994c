namespace Simulator;

/// <summary>How much is printed of each request.</summary>
internal enum Detail
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Provider, verb, target, status, and what was wrong.</summary>
    Line,

    /// <summary>Headers and body too, keys masked.</summary>
    Everything,
}
