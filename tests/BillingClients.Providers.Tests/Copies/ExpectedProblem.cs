using System.Text;
using System.Text.RegularExpressions;

namespace BillingClients.Providers.Tests.Copies;

/// <summary>
/// What a provider may refuse in a copy, written a second time from its documents: a field that it does not have, a required one that is missing, and a
/// value beyond its limits.
/// </summary>
internal static partial class ExpectedProblem
{
    internal static bool IsExpected(ProviderDescriptor target, CustomerCreate copy, string property) =>
        IsUnsupported(target.Capabilities, copy, property) || IsMissing(target.Capabilities, copy, property) || IsBeyondLimits(target.Name, copy, property);

    private static bool IsUnsupported(CustomerCapabilities can, CustomerCreate copy, string property) =>
        Enum.TryParse(property, out CustomerField field) && can.Field(field).Create == Support.Unsupported && Value(copy, field) switch
        {
            null or Address { Line1: null, Line2: null, City: null, State: null, PostalCode: null, Country: null } => false,
            TaxIdList { Count: 0 } or CustomerMetadata { Count: 0 } => false,
            false => can.Field(field).Read != Support.Unsupported,
            _ => true,
        };

    private static bool IsMissing(CustomerCapabilities can, CustomerCreate copy, string property) =>
        Enum.TryParse(property, out CustomerField field) && can.RequiredFields.Contains(field) && Value(copy, field) is null
        && (field != CustomerField.Name || (copy.FirstName ?? copy.LastName) is null);

    private static bool IsBeyondLimits(string target, CustomerCreate copy, string property) => (target, property) switch
    {
        ("atlas" or "flex", "Metadata[external_id]") => copy.ExternalId is not null && copy.Metadata!["external_id"] != copy.ExternalId,
        ("flex", "Name") => copy is { FirstName: null, LastName: null } && !copy.Name!.Trim().Contains(' '),
        ("flowglad", "ExternalId") => copy.ExternalId!.Contains('/'),
        ("runonatlas", "BillingAddress.PostalCode") => !Zip().IsMatch(copy.BillingAddress!.PostalCode!),
        ("runonatlas", "ShippingAddress.PostalCode") => !Zip().IsMatch(copy.ShippingAddress!.PostalCode!),
        ("flexprice", "Name") => (copy.Name ?? $"{copy.FirstName} {copy.LastName}").Length > 255,
        ("flexprice", "Phone") => copy.Phone!.EnumerateRunes().Count() > 20,
        ("flexprice", "BillingAddress.Line1") => Encoding.UTF8.GetByteCount(copy.BillingAddress!.Line1!) > 255,
        ("flexprice", "BillingAddress.Country") => !Country().IsMatch(copy.BillingAddress!.Country!),
        _ => false,
    };

    private static object? Value(CustomerCreate copy, CustomerField field) => typeof(CustomerCreate).GetProperty(field.ToString())?.GetValue(copy);

    [GeneratedRegex(@"^[0-9]{5}(-[0-9]{4})?\z")]
    private static partial Regex Zip();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Country();
}
