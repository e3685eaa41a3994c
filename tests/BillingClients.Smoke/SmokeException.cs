namespace BillingClients.Smoke;

/// <summary>A published program does not do what the same code does under the tests.</summary>
internal sealed class SmokeException(string message) : Exception(message);
