namespace BillingClients.Testing.Tests;

internal static class RunOnAtlasBodies
{
    public const string Full = """
        {
          "externalId": "crm-1815",
          "billingAddress1": "1 Market Street", "billingAddress2": "Suite 300", "billingCity": "San Francisco", "billingCountry": "US", "billingState": "CA",
          "billingZipCode": "94105",
          "shippingAddress1": "12 Pine Street", "shippingAddress2": "Dock 2", "shippingCity": "Seattle", "shippingCountry": "US", "shippingState": "WA",
          "shippingZipCode": "98101-1234",
          "email": "ada@example.com", "name": "Ada Lovelace", "quickBooksId": "qb-1", "stripeId": "cus_1"
        }
        """;

    public const string Ada = """{"externalId":"crm-1815","name":"Ada Lovelace"}""";

    public static RawClient RunOnAtlas(this SimulatorFixture fixture, string? key = null) => fixture.ClientOf(fixture.Simulator.RunOnAtlas, "x-api-key", key);
}
