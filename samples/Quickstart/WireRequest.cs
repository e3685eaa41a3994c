namespace Quickstart;

/// <summary>A request as it went over the wire.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Path and query.</param>
/// <param name="KeyHeader">The header that carries the key, masked.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record WireRequest(string Method, string Path, string KeyHeader, string? Body);
