namespace BillingClients.Providers.Tests.Copies;

/// <summary>Draws customers with any of the common fields: plain ones, empty ones, and ones that some provider does not take.</summary>
internal sealed class RandomCustomer(int seed)
{
    private static readonly string[] FirstNames = ["Ada", "Grace Brewster", "Ægir", "世", "Jean-Luc"];
    private static readonly string[] LastNames = ["Lovelace", "Hopper", "Ó Súilleabháin", "界"];
    private static readonly string[] WholeNames = ["Ada Lovelace", "Prince", "Analytical Engines Ltd", "  Grace   Hopper ", new('n', 300)];
    private static readonly string[] Phones = ["+442071234567", "(415) 555-0100", "+4930123456789 ext. 12", "☎"];
    private static readonly string[] PostalCodes = ["94105", "94105-1234", "SW1A 1AA", "1010"];
    private static readonly string[] Countries = ["US", "GB", "DE", "us", "Germany"];
    private static readonly string[] Texts = ["gold", "", "\"quoted\" <b>", "ü", "{\"a\":1}", "1815"];

    private readonly Random _random = new(seed);

    private int _number;

    /// <summary>The next customer. No other has its e-mail address or its external id.</summary>
    internal CustomerCreate Next()
    {
        int number = ++_number;
        bool hasParts = OneIn(2);
        return new CustomerCreate
        {
            ExternalId = OneIn(8) ? null : One([$"crm-{number}", $"crm/{number}", $"Kunde {number} ü"]),
            Name = hasParts && OneIn(2) ? null : Maybe(WholeNames),
            FirstName = hasParts ? Maybe(FirstNames) : null,
            LastName = hasParts ? Maybe(LastNames) : null,
            Email = OneIn(8) ? null : $"customer.{number}@example.com",
            Phone = Maybe(Phones),
            Description = Maybe(Texts[..1]),
            BillingAddress = MaybeAddress(),
            ShippingAddress = MaybeAddress(),
            TaxIds = One<TaxIdList?>([null, [], [new("eu_vat", $"DE{number}")], [new("gb_vat", "GB1"), new("us_ein", "2")]]),
            TaxExempt = One<bool?>([null, false, true]),
            Metadata = One<CustomerMetadata?>([null, [], [new("tier", One(Texts))], [new("external_id", $"legacy-{number}"), new("tier", "gold")]]),
        };
    }

    private Address? MaybeAddress() => One([null, Address.Empty, new Address
    {
        Line1 = Maybe(["12 St James's Square", "ул. Льва Толстого, 16"]),
        City = Maybe(["London", "München"]),
        State = Maybe(["CA"]),
        PostalCode = Maybe(PostalCodes),
        Country = Maybe(Countries),
    }]);

    private string? Maybe(string[] texts) => OneIn(3) ? null : One(texts);

    private T One<T>(T[] values) => values[Number(values.Length)];

    private bool OneIn(int count) => Number(count) == 0;

    private int Number(int below) => _random.Next(below);
}
