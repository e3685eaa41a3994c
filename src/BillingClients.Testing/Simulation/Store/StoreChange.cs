namespace BillingClients.Testing;

/// <summary>What came of changing a record.</summary>
internal abstract record StoreChange<TRecord>
{
    public sealed record Changed(TRecord Record) : StoreChange<TRecord>;

    public sealed record NotFound : StoreChange<TRecord>;

    public sealed record KeyTaken(TRecord Holder) : StoreChange<TRecord>;
}
