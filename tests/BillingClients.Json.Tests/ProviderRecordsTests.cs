using BillingClients.Json.Tests.Fixtures;
using BillingClients.Providers;

namespace BillingClients.Json.Tests;

/// <summary>Each package registers its records by name.</summary>
public sealed class ProviderRecordsTests
{
    [Fact]
    public void Registering_a_record_again_changes_nothing()
    {
        ProviderRecords.AddFields("again.customerFields", static () => AgainJsonContext.Default.AgainFields, OperationKind.Create);
        ProviderRecords.AddFields("again.customerFields", static () => AgainJsonContext.Default.AgainFields, OperationKind.Create);
    }

    [Fact]
    public void A_name_that_another_record_has_is_refused()
    {
        ProviderRecords.AddData("taken.customer", static () => AgainJsonContext.Default.AgainCustomer);

        Should.Throw<ArgumentException>(static () => ProviderRecords.AddFields("taken.customer", static () => AgainJsonContext.Default.OtherFields, OperationKind.List))
            .Message.ShouldStartWith("taken.customer is the name of another record. Choose another name for OtherFields.");
    }

    [Fact]
    public void A_second_name_for_a_record_is_refused()
    {
        ProviderRecords.AddFields("second.listFields", static () => AgainJsonContext.Default.SecondFields, OperationKind.List);

        Should.Throw<ArgumentException>(static () => ProviderRecords.AddFields("second.others", static () => AgainJsonContext.Default.SecondFields, OperationKind.List))
            .Message.ShouldStartWith("SecondFields is registered under another name.");
    }

    /// <summary>A package registers at its start, so a contract must not be made before it is needed.</summary>
    [Fact]
    public void Registering_asks_for_no_contract() =>
        ProviderRecords.AddData<UnaskedCustomer>("unasked.customer", static () => throw new InvalidOperationException("must not be asked"));

    [Fact]
    public void Two_that_register_at_the_same_time_do_not_disturb_each_other() =>
        Parallel.For(0, 64, static _ => ProviderRecords.AddFields("again.customerFields", static () => AgainJsonContext.Default.AgainFields, OperationKind.Create));

    [Fact]
    public void Every_record_of_every_provider_is_registered()
    {
        Type[] records = [.. Filled.RecordsOf<ProviderFields>("Fields"), .. DiscoveredProvider.All.Select(static each => each.ClientType.Assembly.GetType($"BillingClients.{each.TypePrefix}Customer")!)];

        foreach (Type record in records)
        {
            object filled = Filled.Of(record);
            string json = filled is ProviderData data
                ? Contracts.Write(new Customer { Provider = "any", Id = "1", ProviderData = data }, BillingJsonContext.Default.Options)
                : Contracts.Write(new CustomerCreate { ProviderFields = [(ProviderFields)filled] }, BillingJsonContext.Default.Options);

            DiscoveredProvider provider = DiscoveredProvider.All.Single(each => record.Name is var name && (name == $"{each.TypePrefix}Customer" || name == $"{each.TypePrefix}CustomerFields" || name == $"{each.TypePrefix}ListFields"));
            string end = record.Name[provider.TypePrefix.Length..];
            json.ShouldContain($"\"$type\":\"{provider.Name}.{char.ToLowerInvariant(end[0])}{end[1..]}\"");
        }
    }
}
