namespace BillingClients.Wire;

/// <summary><c>{"customer": …}</c>: around every answer but the list.</summary>
/// <typeparam name="T">What is inside.</typeparam>
internal sealed class FlexEnvelope<T>
    where T : class
{
    public T? Customer { get; set; }
}
