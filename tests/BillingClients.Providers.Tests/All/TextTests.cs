using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>A text with U+0000, or with half of a surrogate pair, is refused before it is sent, wherever it stands.</summary>
public sealed class TextTests
{
    private const string Canary = "hidden1815";

    private static readonly string[] Bad = [Canary + "\0", "\0" + Canary, Canary + "\ud83d", "\udc00" + Canary];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task It_is_refused_in_a_field_a_key_or_a_filter(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);

        await ShouldRefuseAllAsync(bench.Client);

        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task The_fake_refuses_it_in_a_field_a_key_or_a_filter(string provider)
    {
        using FakeCustomerClient fake = new(DiscoveredProvider.Called(provider).Descriptor);

        await ShouldRefuseAllAsync(fake);

        fake.Calls.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task It_is_refused_in_a_providers_own_field(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        foreach ((ProviderFields fields, string property) in OwnFields(provider))
        {
            List<Exception> refusals = [];
            foreach (Func<Task> call in CallsWith(bench.Client, fields))
            {
                if (await Record.ExceptionAsync(call) is { } refusal)
                {
                    refusals.Add(refusal);
                }
            }

            refusals.OfType<BillingValidationException>()
                .ShouldContain(refusal => refusal.StatusCode == null && refusal.Errors.Any(error => error.Field.Contains(property)), property);
            bench.Simulator.Journal.ShouldAllBe(entry => !entry.Target.Contains(Canary) && !entry.BodyText.Contains(Canary), property);
        }
    }

    private static async Task ShouldRefuseAllAsync(ICustomerClient client)
    {
        CustomerCapabilities can = client.Provider.Capabilities;
        CustomerKey key = can.Update.ById == Support.Unsupported ? CustomerKey.FromExternalId("crm-1815") : CustomerKey.FromId("cust_1");
        foreach (string text in Bad)
        {
            string email = $"{text}@example.com";
            CustomerCreate[] creates =
            [
                ProviderCase.Ada with { ExternalId = text },
                ProviderCase.Ada with { Name = text + " King" },
                ProviderCase.Ada with { Name = null, FirstName = text, LastName = "King" },
                ProviderCase.Ada with { Name = null, FirstName = "Ada", LastName = text },
                ProviderCase.Ada with { Email = email },
                ProviderCase.Ada with { Phone = text },
                ProviderCase.Ada with { Description = text },
                ProviderCase.Ada with { BillingAddress = new Address { Line1 = text } },
                ProviderCase.Ada with { BillingAddress = new Address { PostalCode = text } },
                ProviderCase.Ada with { ShippingAddress = new Address { Country = text } },
                ProviderCase.Ada with { TaxIds = [new TaxId(text, "1")] },
                ProviderCase.Ada with { TaxIds = [new TaxId("eu_vat", text)] },
                ProviderCase.Ada with { Metadata = new Dictionary<string, string> { [text] = "1" } },
                ProviderCase.Ada with { Metadata = new Dictionary<string, string> { ["plan"] = text } },
            ];
            CustomerUpdate[] updates =
            [
                new() { ExternalId = text },
                new() { Name = text + " King" },
                new() { Email = email },
                new() { Phone = text },
                new() { ShippingAddress = new Address { City = text } },
                new() { TaxIds = new TaxId[] { new("eu_vat", text) } },
                new() { Metadata = new Dictionary<string, string> { ["plan"] = text } },
            ];
            CustomerListRequest[] lists = [new() { Email = email }, new() { ExternalId = text }, new() { PageToken = text }];
            CustomerKey[] keys = [CustomerKey.FromId(text), CustomerKey.FromExternalId(text)];
            Func<Task>[] calls =
            [
                .. creates.Select<CustomerCreate, Func<Task>>(create => () => client.CreateAsync(create, cancellationToken: Token)),
                .. updates.Select<CustomerUpdate, Func<Task>>(update => () => client.UpdateAsync(key, update, cancellationToken: Token)),
                .. lists.Select<CustomerListRequest, Func<Task>>(list => () => client.ListPageAsync(list, cancellationToken: Token)),
                .. keys.Select<CustomerKey, Func<Task>>(bad => () => client.GetAsync(bad, cancellationToken: Token)),
                .. keys.Select<CustomerKey, Func<Task>>(bad => () => client.DeleteAsync(bad, cancellationToken: Token)),
            ];
            foreach (Func<Task> call in calls)
            {
                BillingException refusal = await Should.ThrowAsync<BillingException>(call);
                (refusal is BillingValidationException or UnsupportedFieldException or UnsupportedCapabilityException).ShouldBeTrue(refusal.Message);
                refusal.ToString().ShouldNotContain(Canary);
            }
        }
    }

    private static IEnumerable<Func<Task>> CallsWith(ICustomerClient client, ProviderFields fields)
    {
        CustomerKey key = client.Provider.Capabilities.Update.ById == Support.Unsupported ? CustomerKey.FromExternalId("crm-1815") : CustomerKey.FromId("cust_1");
        yield return () => client.CreateAsync(ProviderCase.Ada with { ProviderFields = [fields] }, cancellationToken: Token);
        yield return () => client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King", ProviderFields = [fields] }, cancellationToken: Token);
        yield return () => client.ListPageAsync(new CustomerListRequest { ProviderFields = [fields] }, cancellationToken: Token);
    }

    /// <summary>The provider's own records, each with one bad text; every text of every record in turn.</summary>
    private static IEnumerable<(ProviderFields Fields, string Property)> OwnFields(string provider) =>
        from type in DiscoveredProvider.Called(provider).ClientType.Assembly.GetExportedTypes()
        where type.IsSubclassOf(typeof(ProviderFields)) && type.Name.StartsWith(DiscoveredProvider.Called(provider).TypePrefix, StringComparison.Ordinal)
        from property in type.GetProperties()
        where property.CanWrite
        from text in Bad
        from value in BadValues(property.PropertyType, text)
        select (With<ProviderFields>(type, property, value), property.Name);

    private static IEnumerable<object> BadValues(Type type, string text)
    {
        if (type == typeof(string))
        {
            yield return text;
        }
        else if (type == typeof(Optional<string?>))
        {
            yield return new Optional<string?>(text);
        }
        else if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            yield return new Dictionary<string, string> { ["note"] = text };
            yield return new Dictionary<string, string> { [text] = "note" };
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            Type item = type.GetGenericArguments()[0];
            foreach (object bad in item == typeof(string) ? [text] : BadRecords(item, text))
            {
                IList list = Array.CreateInstance(item, 1);
                list[0] = bad;
                yield return list;
            }
        }
    }

    private static IEnumerable<object> BadRecords(Type type, string text) =>
        from property in type.GetProperties()
        where property.CanWrite
        from value in BadValues(property.PropertyType, text)
        select With<object>(type, property, value);

    private static T With<T>(Type type, PropertyInfo property, object value)
    {
        object record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo required in type.GetProperties().Where(static each => each.IsDefined(typeof(RequiredMemberAttribute))))
        {
            required.SetValue(record, "fine");
        }

        property.SetValue(record, value);
        return (T)record;
    }
}
