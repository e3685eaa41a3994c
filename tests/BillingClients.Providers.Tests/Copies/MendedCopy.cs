namespace BillingClients.Providers.Tests.Copies;

/// <summary>A create without what the provider cannot hold, and with what it requires: what an application does about the problems that <c>Check</c> names.</summary>
internal static class MendedCopy
{
    internal static CustomerCreate Of(ICustomerClient client, CustomerCreate customer, int number)
    {
        // Twice, because a name without the part that was refused may have to be split.
        CustomerCreate mended = Mend(client, Mend(client, customer, number), number);
        client.Check(mended).ShouldBeEmpty($"{client.Provider} takes a customer without what it refused.");
        return mended;
    }

    private static CustomerCreate Mend(ICustomerClient client, CustomerCreate customer, int number) =>
        client.Check(customer).Aggregate(customer, (copy, problem) => Without(copy, problem.Field, number));

    private static CustomerCreate Without(CustomerCreate copy, string property, int number) => property switch
    {
        "ExternalId" => copy with { ExternalId = $"copy-{number}" },
        "Email" => copy with { Email = $"copy.{number}@example.com" },
        "Name" => copy with { Name = null, FirstName = "Ada", LastName = "Lovelace" },
        "FirstName" or "LastName" => copy with { FirstName = null, LastName = null },
        "Phone" => copy with { Phone = null },
        "Description" => copy with { Description = null },
        "TaxIds" => copy with { TaxIds = null },
        "TaxExempt" => copy with { TaxExempt = null },
        "Metadata" or "Metadata[external_id]" => copy with { Metadata = null },
        "BillingAddress" => copy with { BillingAddress = null },
        "BillingAddress.PostalCode" => copy with { BillingAddress = copy.BillingAddress! with { PostalCode = null } },
        "BillingAddress.Country" => copy with { BillingAddress = copy.BillingAddress! with { Country = null } },
        "ShippingAddress" => copy with { ShippingAddress = null },
        "ShippingAddress.PostalCode" => copy with { ShippingAddress = copy.ShippingAddress! with { PostalCode = null } },
        _ => throw new InvalidOperationException($"No copy can be refused for {property}."),
    };
}
