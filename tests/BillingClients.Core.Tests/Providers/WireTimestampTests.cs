using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>A moment as a provider wrote it is kept, and read the way that the provider's mapping asks for.</summary>
public sealed class WireTimestampTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 20, 9, 15, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions WithConverter = new() { Converters = { new WireTimestampConverter() } };

    [Theory]
    [InlineData("\"2026-11-20T09:15:00Z\"", false)]
    [InlineData("1795166100", true)]
    [InlineData("1.795e9", true)]
    public void It_is_written_as_it_was_read(string json, bool isNumber)
    {
        WireTimestamp read = JsonSerializer.Deserialize<WireTimestamp>(json, WithConverter);

        read.IsNumber.ShouldBe(isNumber);
        read.Text.ShouldBe(json.Trim('"'));
        JsonSerializer.Serialize(read, WithConverter).ShouldBe(json);
    }

    [Fact]
    public void Each_form_is_read_by_its_own_name()
    {
        new WireTimestamp("2026-11-20T10:15:00+01:00", isNumber: false).FromIso().ShouldBe(Moment);
        new WireTimestamp(Moment.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), isNumber: true).FromUnixSeconds().ShouldBe(Moment);
        new WireTimestamp(Moment.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), isNumber: false).FromUnixMilliseconds().ShouldBe(Moment);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("99999999999999999999999999")]
    public void What_cannot_be_read_is_null(string text)
    {
        new WireTimestamp(text, isNumber: false).FromIso().ShouldBeNull();
        new WireTimestamp(text, isNumber: false).FromUnixSeconds().ShouldBeNull();
        new WireTimestamp(text, isNumber: true).FromUnixMilliseconds().ShouldBeNull();
    }
}
