namespace BillingClients.Providers;

/// <summary>A mistake in the application that a handler of this library finds. It reaches the caller unchanged.</summary>
internal sealed class WrongUseException(string message) : InvalidOperationException(message);
