namespace BillingClients.Json.Tests.Fixtures;

/// <summary>Draws models with any of their properties set. The same seed gives the same models.</summary>
internal sealed class RandomModel(int seed)
{
    private static readonly string[] Texts = ["", " ", "Ada", "null", "\"quoted\" \\ </script>", "ü 世 🎉", "a\u0000b\r\n\t\u2028", "{\"a\":1}", "$type", new('x', 3000)];

    private readonly Random _random = new(seed);

    internal CustomerKey Key() => OneIn(2) ? CustomerKey.FromId(Text()) : CustomerKey.FromExternalId(Text());

    internal Customer Customer() => new()
    {
        Provider = One(["flexprice", "flex", Text()]),
        Id = Text(),
        ExternalId = Maybe(),
        Name = Maybe(),
        FirstName = Maybe(),
        LastName = Maybe(),
        Email = Maybe(),
        Phone = Maybe(),
        Description = Maybe(),
        BillingAddress = MaybeAddress(),
        ShippingAddress = MaybeAddress(),
        TaxIds = TaxIds(),
        TaxExempt = Flag(),
        Metadata = Metadata(),
        CreatedAt = Moment(),
        UpdatedAt = Moment(),
        Status = new CustomerStatus(Maybe()),
        Mode = new CustomerMode(Maybe()),
        ProviderData = One<ProviderData?>([null, new FlexpriceCustomer { Id = Text(), Timezone = Maybe() }, new FlexCustomer { Employer = Maybe(), TestMode = Flag() }]),
    };

    internal CustomerCreate Create() => new()
    {
        ExternalId = Maybe(),
        Name = Maybe(),
        FirstName = Maybe(),
        LastName = Maybe(),
        Email = Maybe(),
        Phone = Maybe(),
        Description = Maybe(),
        BillingAddress = MaybeAddress(),
        ShippingAddress = MaybeAddress(),
        TaxIds = OneIn(2) ? null : TaxIds(),
        TaxExempt = Flag(),
        Metadata = OneIn(2) ? null : Metadata(),
        ProviderFields = Fields(),
    };

    internal CustomerUpdate Update() => new()
    {
        ExternalId = Change(Maybe()),
        Name = Change(Maybe()),
        FirstName = Change(Maybe()),
        LastName = Change(Maybe()),
        Email = Change(Maybe()),
        Phone = Change(Maybe()),
        Description = Change(Maybe()),
        BillingAddress = Change(MaybeAddress()),
        ShippingAddress = Change(MaybeAddress()),
        TaxIds = One([OptionalTaxIds.Unset, OptionalTaxIds.Null, TaxIds()]),
        TaxExempt = Change(Flag()),
        Metadata = One([OptionalMetadata.Unset, OptionalMetadata.Null, Metadata()]),
        ProviderFields = Fields(),
    };

    internal CustomerPage Page() => new()
    {
        Items = [.. Enumerable.Range(0, Number(4)).Select(_ => Customer())],
        NextPageToken = Maybe(),
        TotalCount = OneIn(2) ? null : Number(int.MaxValue),
    };

    internal CustomerListRequest ListRequest() => new()
    {
        Email = Maybe(),
        ExternalId = Maybe(),
        CreatedFrom = Moment(),
        CreatedTo = Moment(),
        PageSize = OneIn(2) ? null : Number(1000),
        PageToken = Maybe(),
        ProviderFields = OneIn(2) ? [] : [new FlexpriceListFields { Status = Maybe(), CustomerIds = null }],
    };

    private ProviderFields[] Fields() => One<ProviderFields[]>(
        [[], [new FlexpriceCustomerFields { Timezone = Maybe(), SkipOnboardingWorkflow = Flag() }], [new FlowgladCustomerFields { LogoUrl = Change(Maybe()) }, new FlexCustomerFields()]]);

    private Address? MaybeAddress() =>
        One([null, Address.Empty, new Address { Line1 = Maybe(), Line2 = Maybe(), City = Maybe(), State = Maybe(), PostalCode = Maybe(), Country = Maybe() }]);

    private TaxIdList TaxIds() => [.. Enumerable.Range(0, Number(3)).Select(_ => new TaxId(Text(), Text()))];

    private CustomerMetadata Metadata() => [.. Enumerable.Range(0, Number(4)).Select(_ => KeyValuePair.Create(Text(), Text()))];

    private DateTimeOffset? Moment() => OneIn(3) ? null : new DateTimeOffset(_random.NextInt64(DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.Zero).ToOffset(TimeSpan.FromHours(Number(12)));

    private bool? Flag() => One<bool?>([null, false, true]);

    private Optional<T> Change<T>(T value) => OneIn(2) ? Optional<T>.Unset : Optional.Of(value);

    private string? Maybe() => OneIn(3) ? null : Text();

    private string Text() => One(Texts);

    private T One<T>(T[] values) => values[Number(values.Length)];

    private bool OneIn(int count) => Number(count) == 0;

    private int Number(int below) => _random.Next(below);
}
