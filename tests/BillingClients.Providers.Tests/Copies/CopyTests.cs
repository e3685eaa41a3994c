using System.Globalization;
using System.Text.Json;
using BillingClients.Providers.Tests.All;

namespace BillingClients.Providers.Tests.Copies;

/// <summary>
/// Customers are read at one provider and created at another. <c>Check</c> names everything that the other one refuses, before anything is sent; nothing else is
/// refused, and what is created is what was read. <c>BILLING_COPIES</c> says how many customers each pair of providers copies.
/// </summary>
public sealed class CopyTests
{
    private const int Seed = 1815;

    private static readonly int Copies =
        int.TryParse(Environment.GetEnvironmentVariable("BILLING_COPIES"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 15;

    public static TheoryData<string, string> Pairs =>
        [.. from source in DiscoveredProvider.All from target in DiscoveredProvider.All select (source.Name, target.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_copy_is_refused_for_what_the_target_cannot_hold_or_requires_and_for_nothing_else(string from, string to)
    {
        await using Bench source = await Bench.StartAsync(from);
        await using Bench target = await Bench.StartAsync(to);
        RandomCustomer random = new(Seed);
        int refused = 0;
        for (int i = 0; i < Copies; i++)
        {
            Customer original = await AddAsync(source.Client, random.Next(), i);
            CustomerCreate copy = original.ToCreate();
            IReadOnlyList<FieldError> problems = target.Client.Check(copy);
            if (problems.Count > 0)
            {
                await IsRefusedForThemAsync(target, copy, problems);
                refused++;
                copy = MendedCopy.Of(target.Client, copy, i);
            }

            Customer created = await target.Client.CreateAsync(copy, cancellationToken: Token);

            await HoldsAsync(target.Client, created, copy);
        }

        // A provider must take copies of its own customers. Otherwise this test might see nothing but refusals.
        refused.ShouldBeLessThan(from == to ? 1 : Copies + 1);
    }

    // The generated customer, without what the first provider cannot hold itself.
    private static async Task<Customer> AddAsync(ICustomerClient source, CustomerCreate customer, int number)
    {
        Customer added = await source.CreateAsync(MendedCopy.Of(source, customer, number), cancellationToken: Token);
        return await source.GetAsync(KeyOf(source, added), cancellationToken: Token);
    }

    private static async Task IsRefusedForThemAsync(Bench target, CustomerCreate copy, IReadOnlyList<FieldError> problems)
    {
        problems.ShouldAllBe(problem => ExpectedProblem.IsExpected(target.Client.Provider, copy, problem.Field));
        target.Simulator.Journal.Clear();

        BillingException refusal = await Should.ThrowAsync<BillingException>(() => target.Client.CreateAsync(copy, cancellationToken: Token));

        (refusal is UnsupportedFieldException unsupported ? unsupported.Errors : ((BillingValidationException)refusal).Errors).ShouldBe(problems);
        target.Simulator.Journal.ShouldBeEmpty();
    }

    private static async Task HoldsAsync(ICustomerClient target, Customer created, CustomerCreate copy)
    {
        Customer stored = await target.GetAsync(KeyOf(target, created), cancellationToken: Token);
        CustomerCreate back = stored.ToCreate();
        bool hasTwoNames = target.Provider.Capabilities.Field(CustomerField.FirstName).Create == Support.Native;

        Words(stored.Name).ShouldBe(Words(hasTwoNames && copy.FirstName is not null && copy.LastName is not null ? $"{copy.FirstName} {copy.LastName}" : CustomerName.Of(copy)));
        JsonWithoutName(back).ShouldBe(JsonWithoutName(copy));
    }

    private static CustomerKey KeyOf(ICustomerClient client, Customer customer) => client.Provider.Capabilities.Get.ById == Support.Unsupported
        ? CustomerKey.FromExternalId(customer.ExternalId!)
        : CustomerKey.FromId(customer.Id);

    private static string JsonWithoutName(CustomerCreate customer) => JsonSerializer.Serialize(
        customer with
        {
            Name = null,
            FirstName = null,
            LastName = null,
            BillingAddress = customer.BillingAddress == Address.Empty ? null : customer.BillingAddress,
            ShippingAddress = customer.ShippingAddress == Address.Empty ? null : customer.ShippingAddress,
            TaxExempt = customer.TaxExempt ?? false,
            Metadata = customer.Metadata is null ? null : [.. customer.Metadata.OrderBy(static entry => entry.Key, StringComparer.Ordinal)],
        },
        BillingJsonContext.Default.CustomerCreate);

    private static string Words(string? name) => string.Join(' ', (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
