using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>RunOnAtlas's list of customers. Filters compare the whole text, with case.</summary>
internal sealed class RunOnAtlasListing(RunOnAtlasStore store, RunOnAtlasAnswers answers)
{
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 100;

    private static readonly string[] Filters = ["externalId", "id", "quickBooksId", "stripeId", "email", "name"];
    private static readonly string[] OrderFields = ["createdAt", "email", "id", "name", "quickBooksId", "stripeId", "updatedAt"];

    public SimulatedAnswer List(SimulatedCall call)
    {
        call.ExpectQuery([.. Filters, "page", "pageSize", "order", "orderBy"]);
        string order = call.Query("order") ?? "asc";
        string orderBy = call.Query("orderBy") ?? "id";
        int? page = Number(call, "page", 1, int.MaxValue);
        int? pageSize = Number(call, "pageSize", DefaultPageSize, MaxPageSize);
        string? problem = Filters.FirstOrDefault(filter => call.Query(filter) is "") is { } empty ? $"{empty} must have at least 1 character"
            : page is null ? "page must be an integer of at least 1"
            : pageSize is null ? "pageSize must be an integer from 1 to 100"
            : order is not ("asc" or "desc") ? "order must be asc or desc"
            : !OrderFields.Contains(orderBy) ? $"orderBy must be one of {string.Join(", ", OrderFields)}"
            : null;
        if (problem is not null)
        {
            call.AddObjection(problem);
            return answers.Invalid(problem);
        }

        return Page(call, page!.Value, pageSize!.Value, orderBy, isDescending: order == "desc");
    }

    private static int? Number(SimulatedCall call, string name, int whenAbsent, int most) =>
        call.Query(name) is not { } text ? whenAbsent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most ? number
        : null;

    private static string? TextOf(RunOnAtlasCustomer customer, string field) => field switch
    {
        "id" => customer.Id,
        "createdAt" => RunOnAtlasTime.Write(customer.CreatedAt),
        "updatedAt" => RunOnAtlasTime.Write(customer.UpdatedAt),
        _ => customer.Text(field),
    };

    private SimulatedAnswer Page(SimulatedCall call, int page, int pageSize, string orderBy, bool isDescending)
    {
        List<RunOnAtlasCustomer> found = store.Query(customers => customers.Where(customer => Includes(call, customer)).ToList());
        IEnumerable<RunOnAtlasCustomer> ordered = found.OrderBy(customer => TextOf(customer, orderBy), StringComparer.Ordinal);
        IEnumerable<RunOnAtlasCustomer> inOrder = isDescending ? ordered.Reverse() : ordered;
        int before = (int)Math.Min((page - 1L) * pageSize, int.MaxValue);
        return new JsonObject
        {
            ["results"] = new JsonArray([.. inOrder.Skip(before).Take(pageSize).Select(customer => customer.ToJson())]),
            ["count"] = found.Count,
            ["pages"] = (found.Count + pageSize - 1) / pageSize,
            ["currentPage"] = page,
        }.Answer(200);
    }

    private static bool Includes(SimulatedCall call, RunOnAtlasCustomer customer) =>
        Filters.All(filter => call.Filter(filter) is not { } wanted || wanted == TextOf(customer, filter));
}
