using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>Where goods go, in a request.</summary>
internal sealed class FlexShippingRequest
{
    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Line1 { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Line2 { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> City { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> State { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> PostalCode { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Country { get; init; }

    /// <summary>A first address: the parts that are given.</summary>
    internal static FlexShippingRequest New(Address address) => new()
    {
        Line1 = IfGiven(address.Line1),
        Line2 = IfGiven(address.Line2),
        City = IfGiven(address.City),
        State = IfGiven(address.State),
        PostalCode = IfGiven(address.PostalCode),
        Country = IfGiven(address.Country),
    };

    /// <summary>An address in place of another. Parts that are not given are null: none of the old one is left, whether Flex replaces or merges.</summary>
    internal static FlexShippingRequest? Whole(Address? address) => address is null ? null : new FlexShippingRequest
    {
        Line1 = address.Line1,
        Line2 = address.Line2,
        City = address.City,
        State = address.State,
        PostalCode = address.PostalCode,
        Country = address.Country,
    };

    private static Optional<string?> IfGiven(string? part) => part is null ? default : new Optional<string?>(part);
}
