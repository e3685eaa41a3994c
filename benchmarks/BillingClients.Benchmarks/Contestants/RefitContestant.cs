using BillingClients.Benchmarks.Providers;
using Refit;

namespace BillingClients.Benchmarks.Contestants;

/// <summary>Refit without this library, at Flexprice. Both ways read and write JSON by source generation.</summary>
internal sealed class RefitContestant : IContestant
{
    private readonly FlexpriceCase _provider;
    private readonly HttpClient _http;
    private readonly IFlexpriceRefit _api;

    private RefitContestant(FlexpriceCase provider, HttpClient http, RefitSettings settings)
    {
        _provider = provider;
        _http = http;
        _api = RestService.ForGenerated<IFlexpriceRefit>(http, settings);
    }

    /// <summary>With Refit's default settings.</summary>
    public static RefitContestant WithDefaults(FlexpriceCase provider, HttpClient http) =>
        new(provider, http, RefitSettings.ForJsonContext(FlexpriceJson.Default));

    /// <summary>With the settings that allocate least: the body is written at once.</summary>
    /// <remarks>
    /// These changed no byte: how URLs are resolved, exception factories, no validation of headers, unmatched route parameters. A content serializer of one's own
    /// goes lower: that is how this library does it.
    /// </remarks>
    public static RefitContestant WithBestSettings(FlexpriceCase provider, HttpClient http) => new(
        provider,
        http,
        new RefitSettings(new SystemTextJsonContentSerializer(FlexpriceJson.Default.Options)) { RequestBodySerialization = RequestBodySerializationMode.Buffered });

    public Task RunAsync(Operation operation) => operation switch
    {
        Operation.Create => CreateAsync(),
        Operation.Get => GetAsync(_provider.Stored.Value),
        Operation.Update => UpdateAsync(),
        Operation.List => ListPageAsync(),
        _ => GetAsync(_provider.Missing.Value),
    };

    public void Dispose() => _http.Dispose();

    private async Task<PlainCustomer> CreateAsync() => FlexpriceCase.ToPlain(await _api.CreateAsync(FlexpriceCase.ToWire(_provider.NewCustomer)));

    private async Task<PlainCustomer> GetAsync(string id) => FlexpriceCase.ToPlain(await _api.GetAsync(id));

    private async Task<PlainCustomer> UpdateAsync() =>
        FlexpriceCase.ToPlain(await _api.UpdateAsync(_provider.Stored.Value, FlexpriceCase.ToWire(_provider.Change)));

    private async Task<IReadOnlyList<PlainCustomer>> ListPageAsync() => FlexpriceCase.ToPlain(await _api.SearchAsync(FlexpriceCase.FirstPage()));
}
