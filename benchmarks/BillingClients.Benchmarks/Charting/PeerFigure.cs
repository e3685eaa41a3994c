namespace BillingClients.Benchmarks.Charting;

/// <summary>A row of the table of peers, as far as it is drawn.</summary>
internal sealed record PeerFigure(string Way, double CreateBytes, double CreateMicroseconds);
