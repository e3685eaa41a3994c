using Xunit.v3;

// The classes that lose answers spend most of their time waiting for look-ups that lag.
[assembly: Parallelization(MaxThreads = 8)]
