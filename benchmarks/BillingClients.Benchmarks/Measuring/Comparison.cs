namespace BillingClients.Benchmarks.Measuring;

/// <summary>What a call takes on two sides, and how the two compare: the medians of rounds that alternate.</summary>
internal readonly record struct Comparison(Cost Yardstick, Cost Measured, double BytesRatio, double TimeRatio);
