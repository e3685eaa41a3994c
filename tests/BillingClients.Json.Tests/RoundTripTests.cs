using System.Text.Json;
using BillingClients.Json.Tests.Fixtures;

namespace BillingClients.Json.Tests;

/// <summary>Any model is read as it was written: by the library's contracts and by an application's own, and without reflection.</summary>
public sealed class RoundTripTests
{
    private const int Seed = 1815;
    private const int Models = 1_000;

    [Fact]
    public void Keys() => RoundTrips(static random => random.Key(), static key => key, Contracts.Options);

    [Fact]
    public void Customers() => RoundTrips(static random => random.Customer(), static customer => customer, Contracts.Options);

    [Fact]
    public void Creates() => RoundTrips(
        static random => random.Create(), static create => (create with { ProviderFields = [] }, string.Join(' ', create.ProviderFields.Select(Facts))),
        [.. Contracts.Options, CreateJsonContext.Default.Options]);

    [Fact]
    public void Updates() => RoundTrips(
        static random => random.Update(), static update => (update with { ProviderFields = [] }, string.Join(' ', update.ProviderFields.Select(Facts))),
        [.. Contracts.Options, UpdateJsonContext.Default.Options]);

    [Fact]
    public void Pages() => RoundTrips(
        static random => random.Page(), static page => (page.NextPageToken, page.TotalCount, Customers: new SequenceOf<Customer>(page.Items)), Contracts.Options);

    [Fact]
    public void List_requests() => RoundTrips(
        static random => random.ListRequest(), static request => (request with { ProviderFields = [] }, string.Join(' ', request.ProviderFields.Select(Facts))),
        Contracts.Options);

    private static void RoundTrips<TModel, TFacts>(Func<RandomModel, TModel> next, Func<TModel, TFacts> facts, IReadOnlyList<JsonSerializerOptions> allOptions)
    {
        RandomModel random = new(Seed);
        for (int i = 0; i < Models; i++)
        {
            TModel model = next(random);
            foreach (JsonSerializerOptions options in allOptions)
            {
                TModel read = Contracts.RoundTrip(model, options);

                facts(read).ShouldBe(facts(model), $"model {i}: {Contracts.Write(model, options)}");
            }
        }
    }

    // A record's own equality, with the name of its type, and no list by reference.
    private static string Facts(ProviderFields fields) => fields switch
    {
        FlexpriceCustomerFields own => $"{own} {own.Timezone} {own.SkipOnboardingWorkflow}",
        FlowgladCustomerFields own => $"{own} {own.LogoUrl.IsSet} {own.LogoUrl.ValueOr("-")}",
        FlexpriceListFields own => $"{own} {own.Status}",
        _ => $"{fields}",
    };

    private readonly record struct SequenceOf<T>(IReadOnlyList<T> Items)
    {
        public bool Equals(SequenceOf<T> other) => Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Count;
    }
}
