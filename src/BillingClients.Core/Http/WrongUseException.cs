namespace BillingClients.Providers;

/// <summary>A mistake of the program that a handler of this library finds. The caller gets it unchanged, as an <see cref="InvalidOperationException"/>.</summary>
internal sealed class WrongUseException(string message) : InvalidOperationException(message);
