using System.Globalization;

namespace BillingClients.Providers;

/// <summary>
/// The words of exceptions. Of what a provider or a caller wrote, they hold codes and request ids that <see cref="SentTexts"/> calls printable.
/// </summary>
internal static class FailureMessages
{
    internal static string Action(CustomerOperation operation) => operation switch
    {
        CustomerOperation.Create => "create the customer",
        CustomerOperation.Get => "read the customer",
        CustomerOperation.Update => "update the customer",
        CustomerOperation.Delete => "delete the customer",
        _ => "list customers",
    };

    internal static string Status(int? statusCode, string? printableCode = null) =>
        statusCode is { } status
            ? printableCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}, {code}") : string.Create(CultureInfo.InvariantCulture, $"HTTP {status}")
            : "no answer";

    internal static string RequestId(string? printableId) => printableId is null ? string.Empty : $" Request id: {printableId}.";

    internal static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
