using System.Globalization;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>A customer, keys and headers whose every text is found nowhere else, by the name of what it stands for. No two have a text in common.</summary>
public sealed class Canaries
{
    private static int _count;

    private readonly Dictionary<string, string> _texts;

    private Canaries(string provider)
    {
        string n = Interlocked.Increment(ref _count).ToString("0000", CultureInfo.InvariantCulture);
        _texts = new Dictionary<string, string>
        {
            ["API key"] = SimulatedKeys.Of(provider, $"Canarykey{n}"),
            ["API key of a call"] = SimulatedKeys.Of(provider, $"Canarycallkey{n}"),
            ["idempotency key"] = $"Canaryidempotency{n}",
            ["header"] = $"Canaryheader{n}",
            ["id"] = $"Canaryid{n}",
            ["external id"] = $"Canaryexternal{n}",
            ["name"] = $"Canarywhole{n} Canaryname{n}",
            ["first name"] = $"Canaryfirst{n}",
            ["last name"] = $"Canarylast{n}",
            ["e-mail"] = $"canary.mail{n}@canary.host{n}",
            ["phone"] = $"+19995{n}7",
            ["description"] = $"Canarywords{n} \"q\" & <b> \u00fc Canaryend{n}",
            ["metadata key"] = $"canarymetakey{n}",
            ["metadata value"] = $"Canarymetadata{n}",
            ["tax id"] = $"CANARYTAX{n}",
            ["tax id's type"] = $"canarytaxtype{n}",
            ["provider's own field"] = $"Canaryown{n}",
            ["proxy's user"] = $"Canaryproxyuser{n}",
            ["proxy's password"] = $"Canaryproxysecret{n}",
        };
        Address("billing", $"8{n}-7{n[1..]}");
        Address("shipping", $"6{n}-5{n[1..]}");

        void Address(string kind, string postalCode)
        {
            _texts[$"{kind} line 1"] = $"Canary{kind}street{n} 12";
            _texts[$"{kind} line 2"] = $"Canary{kind}floor{n}";
            _texts[$"{kind} city"] = $"Canary{kind}city{n}";
            _texts[$"{kind} state"] = $"Canary{kind}state{n}";
            _texts[$"{kind} postal code"] = postalCode;
            _texts[$"{kind} country"] = kind == "billing" ? "AQ" : "BV";
        }
    }

    /// <summary>Every text, by the name of what it stands for.</summary>
    public IReadOnlyDictionary<string, string> All => _texts;

    /// <summary>The text that stands for something.</summary>
    public string this[string name] => _texts[name];

    /// <summary>The client's own API key.</summary>
    public string ApiKey => this["API key"];

    /// <summary>A customer with everything in it.</summary>
    public CustomerCreate Customer => new()
    {
        ExternalId = this["external id"],
        Name = this["name"],
        FirstName = this["first name"],
        LastName = this["last name"],
        Email = this["e-mail"],
        Phone = this["phone"],
        Description = this["description"],
        BillingAddress = AddressOf("billing"),
        ShippingAddress = AddressOf("shipping"),
        TaxIds = [new TaxId(this["tax id's type"], this["tax id"])],
        TaxExempt = true,
        Metadata = new Dictionary<string, string> { [this["metadata key"]] = this["metadata value"] },
        ProviderFields =
        [
            new RunOnAtlasCustomerFields { StripeId = this["provider's own field"] },
            new FlexpriceCustomerFields { Timezone = this["provider's own field"] },
            new FlowgladCustomerFields { Domain = this["provider's own field"] },
            new FlexCustomerFields { Employer = this["provider's own field"] },
        ],
    };

    /// <summary>An update of everything.</summary>
    public CustomerUpdate Update => new()
    {
        Name = this["name"],
        FirstName = this["first name"],
        LastName = this["last name"],
        Email = this["e-mail"],
        Phone = this["phone"],
        Description = this["description"],
        BillingAddress = AddressOf("billing"),
        ShippingAddress = AddressOf("shipping"),
        TaxIds = new[] { new TaxId(this["tax id's type"], this["tax id"]) },
        Metadata = new Dictionary<string, string> { [this["metadata key"]] = this["metadata value"] },
        ProviderFields = [.. Customer.ProviderFields, new AtlasCustomerFields { DefaultPaymentMethod = this["provider's own field"] }],
    };

    /// <summary>New canaries, of which no other test has any.</summary>
    public static Canaries New(string provider) => new(provider);

    /// <summary>A call's own settings, with its own key or without.</summary>
    public CallOptions Options(bool ownKey = false, UnsupportedFields unsupported = UnsupportedFields.Ignore) => new()
    {
        ApiKey = ownKey ? this["API key of a call"] : null,
        IdempotencyKey = this["idempotency key"],
        Headers = new Dictionary<string, string> { ["X-Correlation"] = this["header"] },
        UnsupportedFields = unsupported,
    };

    private Address AddressOf(string kind) => new()
    {
        Line1 = this[$"{kind} line 1"],
        Line2 = this[$"{kind} line 2"],
        City = this[$"{kind} city"],
        State = this[$"{kind} state"],
        PostalCode = this[$"{kind} postal code"],
        Country = this[$"{kind} country"],
    };
}
