namespace BillingClients.Hosting.Tests;

/// <summary>The rows of the tests of lost answers, and the customers in them.</summary>
internal static class WriteCase
{
    public const int Hung = 120_000;

    /// <summary>Every provider, with attempts left and without, and with a resilience handler of the client's own.</summary>
    public static TheoryData<string, Resilience, int> All { get; } =
    [
        .. from provider in DiscoveredProvider.All
           from way in ((Resilience, int)[])[(Resilience.Defaults, 4), (Resilience.Defaults, 1), (Resilience.OfEachClientToo, 4)]
           select new TheoryDataRow<string, Resilience, int>(provider.Name, way.Item1, way.Item2),
    ];

    /// <summary>Another customer for each number.</summary>
    public static CustomerCreate Someone(int number) => new() { ExternalId = $"crm-{number}", Name = "Ada Lovelace", Email = $"ada.{number}@example.com" };

    public static Task<AspireApp> StartAsync(Resilience way, int maxAttempts) => AspireApp.StartAsync(way, options =>
    {
        options.MaxAttempts = maxAttempts;
        options.RetryMaxDelay = TimeSpan.Zero;
        options.RetryBaseDelay = TimeSpan.Zero;
        options.TotalTimeout = TimeSpan.FromHours(1);
        options.AttemptTimeout = AspireApp.AttemptTimeout;
    });

    public static CustomerKey KeyOf(ICustomerClient client, Customer customer) =>
        client.Provider.Capabilities.Get.ById == Support.Unsupported ? CustomerKey.FromExternalId(customer.ExternalId!) : CustomerKey.FromId(customer.Id);
}
