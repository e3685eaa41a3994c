namespace BillingClients.Json.Tests.Fixtures;

internal sealed record EveryEnum(
    CustomerField Field,
    Support Support,
    UniqueKey UniqueKey,
    TakenKeyEffect TakenKey,
    DeleteEffect Delete,
    UnsupportedFields Unsupported,
    CustomerKeyKind KeyKind,
    OperationKind Operation,
    ConflictReason Reason,
    BillingTimeout Timeout,
    FlexpriceRegion Region);
