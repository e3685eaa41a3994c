using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BillingClients.Ledgerly.Tests.Simulation;

/// <summary>What Ledgerly does at each path.</summary>
internal sealed class LedgerlyEndpoints(LedgerlyStore store, Objections objections)
{
    private static readonly string[] Changeable = ["display_name", "email", "phone", "note", "labels"];

    internal LedgerlyStore Store { get; } = store;

    internal Objections Objections { get; } = objections;

    internal void Map(IEndpointRouteBuilder server)
    {
        server.MapPost("/v1/customers", async context => await (await CreateAsync(context)).ExecuteAsync(context));
        server.MapGet("/v1/customers", async context => await List(context.Request.Query).ExecuteAsync(context));
        server.MapGet("/v1/customers/by-ref", async context => await Found(Store.Find("ref", $"{context.Request.Query["ref"]}")).ExecuteAsync(context));
        server.MapGet("/v1/customers/{id}", async context => await Found(Store.Find("id", IdOf(context))).ExecuteAsync(context));
        server.MapPatch("/v1/customers/{id}", async context => await (await UpdateAsync(context)).ExecuteAsync(context));
        server.MapDelete("/v1/customers/{id}", async context => await Delete(IdOf(context)).ExecuteAsync(context));
    }

    private static string IdOf(HttpContext context) => $"{context.Request.RouteValues["id"]}";

    private static IResult Found(JsonObject? customer) => customer is null ? LedgerlyAnswers.NotFound : LedgerlyAnswers.Json(200, customer);

    private async Task<IResult> CreateAsync(HttpContext context)
    {
        JsonObject request = await ReadAsync(context, [.. Changeable, "ref"]);
        foreach (string required in new[] { "ref", "display_name" })
        {
            if (request[required] is null)
            {
                return LedgerlyAnswers.Invalid(required, "This field is required.");
            }
        }

        (JsonObject customer, bool exists) = Store.Add(request);
        return exists ? LedgerlyAnswers.RefTaken(LedgerlyStore.Text(customer, "id")!) : LedgerlyAnswers.Json(201, customer);
    }

    private async Task<IResult> UpdateAsync(HttpContext context) => Found(Store.Change(IdOf(context), await ReadAsync(context, Changeable)));

    private IResult Delete(string id) => Store.Remove(id) ? Results.NoContent() : LedgerlyAnswers.NotFound;

    private IResult List(IQueryCollection query)
    {
        int limit = query["limit"] is [{ } text] ? int.Parse(text, CultureInfo.InvariantCulture) : 20;
        List<JsonObject> matching = [.. Store.All.Where(customer => query["email"] is not [{ } email] || LedgerlyStore.Text(customer, "email") == email)];
        int start = query["after"] is [{ } after] ? matching.FindIndex(customer => LedgerlyStore.Text(customer, "id") == after) + 1 : 0;
        if (start == 0 && query.ContainsKey("after"))
        {
            return LedgerlyAnswers.Invalid("after", "There is no such customer.");
        }

        JsonObject[] page = [.. matching.Skip(start).Take(limit)];
        bool more = start + page.Length < matching.Count;
        return LedgerlyAnswers.Json(200, new JsonObject { ["customers"] = new JsonArray(page), ["next"] = more ? LedgerlyStore.Text(page[^1], "id") : null });
    }

    private async Task<JsonObject> ReadAsync(HttpContext context, string[] known)
    {
        JsonObject request = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        foreach (string name in request.Select(static member => member.Key).Except(known))
        {
            Objections.Add($"{context.Request.Method} with the unknown field {name}");
        }

        return request;
    }
}
