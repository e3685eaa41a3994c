using Xunit;

namespace BillingClients.Conformance;

/// <summary>Keys and personal data are in no text that ends up in logs: not of requests and answers, not of failures, not of the client.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class PrivacyConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>A customer prints as provider and id, whatever it holds; requests and the client as their names.</summary>
    [Fact]
    public async Task Customers_requests_and_clients_print_nothing_personal()
    {
        CustomerCreate request = FullCustomer();
        Customer created = await AddAsync(request).ConfigureAwait(false);

        Assert.Equal($"{created.Provider} {created.Id}", created.ToString());
        PrintsNothingOf(request, created, created.ProviderData, created.Response, Client);
        PrintsNothingOf(request, request, new CustomerUpdate { Email = request.Email }, KeyOf(created, CustomerKeyKind.ExternalId));
    }

    /// <summary>A page prints as a number of customers.</summary>
    [Fact]
    public async Task Pages_print_nothing_personal()
    {
        CustomerCreate request = FullCustomer();
        await AddAsync(request).ConfigureAwait(false);

        await AsDeclaredAsync(Capabilities.List, "List", ListAsync, async () =>
        {
            CustomerPage page = await ListAsync().ConfigureAwait(false);
            PrintsNothingOf(request, page, page.Items[0]);
        }).ConfigureAwait(false);

        Task<CustomerPage> ListAsync() => Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Cancellation);
    }

    /// <summary>A provider that says who is in conflict, or what is not valid, says it in properties, and not in the message.</summary>
    [Fact]
    public async Task Failures_print_nothing_personal()
    {
        CustomerCreate request = FullCustomer();
        await AddAsync(request).ConfigureAwait(false);
        CustomerKey externalId = CustomerKey.FromExternalId($"{request.Email}");
        CustomerListRequest list = new() { Email = request.Email, ExternalId = request.ExternalId, PageToken = request.Email };
        Func<Task>[] failing =
        [
            () => AddAsync(request),
            () => AddAsync(request with { Phone = HalfOf(request.Phone) }),
            () => AddAsync(request with { ExternalId = HalfOf(request.ExternalId) }),
            () => Client.GetAsync(externalId, cancellationToken: Cancellation),
            () => Client.UpdateAsync(externalId, new CustomerUpdate { Email = request.Email }, cancellationToken: Cancellation),
            () => Client.DeleteAsync(externalId, cancellationToken: Cancellation),
            () => Client.ListPageAsync(list, cancellationToken: Cancellation),
        ];

        int failures = 0;
        foreach (Func<Task> call in failing)
        {
            Exception? failure = await Record.ExceptionAsync(call).ConfigureAwait(false);
            PrintsNothingOf(request, failure, failure?.Message, failure?.InnerException);
            failures += failure is null ? 0 : 1;
        }

        Assert.True(failures > 0, "No call failed, so no message was read.");
    }

    private static string HalfOf(string? text) => $"{text}\ud83d";

    private void PrintsNothingOf(CustomerCreate customer, params object?[] printed)
    {
        string?[] values =
        [
            customer.ExternalId, customer.Email, customer.Phone, customer.Name, customer.LastName, customer.Description, customer.BillingAddress?.Line1,
            customer.ShippingAddress?.Line1, customer.TaxIds?[0].Value, customer.Metadata?.Values.First(),
        ];
        string[] personal = [.. values.OfType<string>()];
        Assert.NotEmpty(personal);
        foreach (string value in personal.Concat(Harness.Secrets))
        {
            Assert.All(printed, text => Assert.DoesNotContain(value, $"{text}", StringComparison.Ordinal));
        }
    }
}
