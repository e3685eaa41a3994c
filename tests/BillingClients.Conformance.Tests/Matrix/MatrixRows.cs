using BillingClients.Testing;

namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>All rows: what is declared, and how it is tried.</summary>
internal static class MatrixRows
{
    private static readonly DateTimeOffset LongAgo = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset FarAhead = new(2900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<MatrixRow> All { get; } = [.. Operations(), .. Enum.GetValues<CustomerField>().SelectMany(Field), .. Requests()];

    internal static MatrixRow Called(string label) => All.Single(row => row.Label == label);

    private static IEnumerable<MatrixRow> Operations() =>
    [
        Operation("create", OperationProbe.CreateAsync, static can => can.Create),
        Operation("get by id", static probe => OperationProbe.GetAsync(probe, CustomerKeyKind.Id), static can => can.Get.ById),
        Operation("get by external id", static probe => OperationProbe.GetAsync(probe, CustomerKeyKind.ExternalId), static can => can.Get.ByExternalId),
        Operation("update by id", static probe => OperationProbe.UpdateAsync(probe, CustomerKeyKind.Id), static can => can.Update.ById),
        Operation(
            "update by external id", static probe => OperationProbe.UpdateAsync(probe, CustomerKeyKind.ExternalId), static can => can.Update.ByExternalId),
        Operation("delete by id", static probe => OperationProbe.DeleteAsync(probe, CustomerKeyKind.Id), static can => can.Delete.ById),
        Operation(
            "delete by external id", static probe => OperationProbe.DeleteAsync(probe, CustomerKeyKind.ExternalId), static can => can.Delete.ByExternalId),
        new(MatrixTable.Operations, "what a delete does", OperationProbe.DeleteEffectAsync, static can => $"{can.DeleteEffect}"),
        Operation("list", OperationProbe.ListAsync, static can => can.List),
        Filter("e-mail", static customer => new CustomerListRequest { Email = customer.Email }, 1, static filters => filters.Email),
        Filter("external id", static customer => new CustomerListRequest { ExternalId = customer.ExternalId }, 1, static filters => filters.ExternalId),
        Filter("created from", static _ => new CustomerListRequest { CreatedFrom = FarAhead }, 0, static filters => filters.CreatedFrom),
        Filter("created to", static _ => new CustomerListRequest { CreatedTo = LongAgo }, 0, static filters => filters.CreatedTo),
        Operation("total count of a list", OperationProbe.TotalCountAsync, static can => can.TotalCount),
    ];

    private static IEnumerable<MatrixRow> Field(CustomerField field) =>
    [
        new(MatrixTable.Fields, $"{field}, create", probe => FieldProbe.CreateAsync(probe, field), can => Words.Of(can.Field(field).Create)),
        new(MatrixTable.Fields, $"{field}, update", probe => FieldProbe.UpdateAsync(probe, field), can => Words.Of(can.Field(field).Update)),
        new(MatrixTable.Fields, $"{field}, clear", probe => FieldProbe.ClearAsync(probe, field), can => Words.Of(can.Field(field).Clear)),
        new(MatrixTable.Fields, $"{field}, read", probe => FieldProbe.ReadAsync(probe, field), can => Words.Of(can.Field(field).Read)),
    ];

    private static IEnumerable<MatrixRow> Requests() =>
    [
        Request("base address", static probe => Task.FromResult($"`{probe.DocumentedAddress.OriginalString}`")),
        Request("API key", PromiseProbe.KeyHeaderAsync),
        Request("request of a create", PromiseProbe.CreateRequestAsync),
        Request("required fields", PromiseProbe.RequiredFieldsAsync, static can => PromiseProbe.Text(can.RequiredFields)),
        Request("unique", PromiseProbe.UniqueKeyAsync, static can => $"{can.UniqueKey}"),
        Request("a create whose unique key is taken", PromiseProbe.TakenKeyAsync, PromiseProbe.Text),
        Request("page size when none is given", PromiseProbe.DefaultPageSizeAsync, static can => PromiseProbe.Text(can.DefaultPageSize)),
        Request("largest page", PromiseProbe.MaxPageSizeAsync, static can => PromiseProbe.Text(can.MaxPageSize)),
        Request("idempotency key", PromiseProbe.IdempotencyKeysAsync, static can => Words.Of(can.IdempotencyKeys)),
        Request("a create whose answer is lost ends with", static probe => PromiseProbe.LostCreateAsync(probe, SimulatedFault.ResetAfterCommit)),
        Request("a create that is lost on its way ends with", static probe => PromiseProbe.LostCreateAsync(probe, SimulatedFault.ResetBeforeRead)),
        Request("an update whose answer is lost is sent again", PromiseProbe.UpdateIsSentAgainAsync, static can => PromiseProbe.Text(can.IdempotentUpdate)),
        Request("a delete whose answer is lost is sent again", PromiseProbe.DeleteIsSentAgainAsync, static can => PromiseProbe.Text(can.IdempotentDelete)),
    ];

    private static MatrixRow Operation(string label, Func<Probe, Task<string>> observe, Func<CustomerCapabilities, Support> declare) =>
        new(MatrixTable.Operations, label, observe, can => Words.Of(declare(can)));

    private static MatrixRow Filter(string label, Func<Customer, CustomerListRequest> request, int expected, Func<FilterSupport, Support> declare) =>
        Operation($"list, filtered by {label}", probe => OperationProbe.ListAsync(probe, request, expected), can => declare(can.Filters));

    private static MatrixRow Request(string label, Func<Probe, Task<string>> observe, Func<CustomerCapabilities, string>? declare = null) =>
        new(MatrixTable.Requests, label, observe, declare);
}
