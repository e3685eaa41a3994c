namespace BillingClients.Benchmarks.Measuring;

/// <summary>What one call takes.</summary>
internal readonly record struct Cost(double Bytes, double Microseconds);
