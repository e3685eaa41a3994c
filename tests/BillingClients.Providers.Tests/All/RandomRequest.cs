namespace BillingClients.Providers.Tests.All;

/// <summary>Requests with good and bad values in any combination. The same seed gives the same requests.</summary>
internal sealed class RandomRequest(int seed)
{
    private static readonly string[] Texts = ["Ada", "Ada Lovelace", "", "\0", "a\ud83d", "x/y", "..", new('x', 300)];
    private static readonly string[] Emails = ["ada@example.com", "ada", ""];
    private static readonly string[] Codes = ["94105", "SW1", "US", "us", "usa", ""];

    private readonly Random _random = new(seed);
    private int _count;

    internal CallOptions? NextOptions() => Rarely() ? null : new CallOptions
    {
        IdempotencyKey = Rarely() ? One(["signup", "two words"]) : null,
        Timeout = Rarely() ? TimeSpan.Zero : null,
        ApiKey = Rarely() ? One(["", "nobody"]) : null,
        Headers = Rarely() ? new Dictionary<string, string> { [One(["X-Trace", "Cookie", "no name"])] = One(["1", "\n"]) } : null,
        UnsupportedFields = Often() ? One([UnsupportedFields.Throw, UnsupportedFields.Ignore, UnsupportedFields.StoreInMetadata]) : null,
    };

    internal CustomerCreate NextCreate() => new()
    {
        ExternalId = Often() ? $"crm-{_count++}" : Some(Texts),
        Name = Often() ? "Ada Lovelace" : Some(Texts),
        FirstName = Rarely() ? One(Texts) : null,
        LastName = Rarely() ? One(Texts) : null,
        Email = Often() ? $"ada{_count++}@example.com" : Some(Emails),
        Phone = Rarely() ? One(["1815", "", new string('1', 21)]) : null,
        Description = Rarely() ? One(Texts) : null,
        BillingAddress = Rarely() ? NextAddress() : null,
        ShippingAddress = Rarely() ? NextAddress() : null,
        TaxIds = Rarely() ? NextTaxIds() : null,
        TaxExempt = Rarely() ? true : null,
        Metadata = Rarely() ? NextMetadata() : null,
        ProviderFields = Rarely() ? NextFields() : [],
    };

    internal CustomerUpdate NextUpdate() => new()
    {
        ExternalId = Maybe(Texts),
        Name = Often() ? "Ada King" : Maybe(Texts),
        FirstName = Maybe(Texts),
        LastName = Maybe(Texts),
        Email = Maybe(Emails),
        Phone = Maybe(["1815", "", new string('1', 21)]),
        Description = Maybe(Texts),
        BillingAddress = Rarely() ? NextAddress() : default(Optional<Address?>),
        ShippingAddress = Rarely() ? null : default(Optional<Address?>),
        TaxIds = Rarely() ? NextTaxIds() : OptionalTaxIds.Unset,
        TaxExempt = Rarely() ? One<bool?>([true, null]) : default(Optional<bool?>),
        Metadata = Rarely() ? NextMetadata() : OptionalMetadata.Unset,
        ProviderFields = Rarely() ? NextFields() : [],
    };

    private Address NextAddress() => new()
    {
        City = Rarely() ? One(Texts) : null,
        PostalCode = Rarely() ? One(Codes) : null,
        Country = Often() ? "US" : Some(Codes),
    };

    private TaxId[] NextTaxIds() => One<TaxId[]>([[], [new("eu_vat", "DE1")], [null!], [new("", "1"), new("", "2")], [new(null!, "1")]]);

    private Dictionary<string, string> NextMetadata() => One<Dictionary<string, string>>(
        [new() { ["tier"] = "gold" }, new() { ["phone"] = "1" }, new() { ["external_id"] = "crm" }, new() { [""] = "" }, new() { ["tier"] = null! }]);

    private ProviderFields[] NextFields() => One<ProviderFields[]>(
    [
        [null!],
        [new AtlasCustomerFields { DefaultPaymentMethod = "pm_1" }, new FlexCustomerFields { Employer = "" }],
        [new RunOnAtlasCustomerFields { StripeId = "" }, new FlowgladCustomerFields { CatalogId = "" }],
        [new FlexpriceCustomerFields { TaxRateOverrides = [null!] }, new FlexCustomerFields { CheckoutSessionId = "cs_1" }],
    ]);

    private Optional<string?> Maybe(string[] texts) => Rarely() ? Some(texts) : default(Optional<string?>);

    private string? Some(string[] texts) => Rarely() ? null : One(texts);

    private T One<T>(T[] values) => values[_random.Next(values.Length)];

    private bool Often() => _random.Next(8) != 0;

    private bool Rarely() => _random.Next(8) == 0;
}
