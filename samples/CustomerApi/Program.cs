// A web API whose endpoints take and return the models. It needs an address and a key of Flexprice; those of a simulator will do:
//
//   dotnet run --project samples/Simulator
//   dotnet run --project samples/CustomerApi -- --Billing:Flexprice:BaseAddress=http://127.0.0.1:… --Billing:Flexprice:ApiKey=…
//   curl -X POST http://localhost:5000/customers -H 'Content-Type: application/json' -d '{"externalId":"crm-1815","name":"Ada Lovelace"}'
//   curl -X PATCH http://localhost:5000/customers/crm-1815 -H 'Content-Type: application/json' -d '{"name":"Ada King","phone":null}'
using System.Text.Json.Serialization;
using BillingClients;
using CustomerApi;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(static options =>
{
    options.SerializerOptions.TypeInfoResolverChain.Insert(0, BillingJsonContext.Default);

    // A mistyped property is refused and not ignored.
    options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
});
builder.Services.AddFlexprice(builder.Configuration.GetSection("Billing:Flexprice"));
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<BillingProblems>();

WebApplication app = builder.Build();
app.UseExceptionHandler();

RouteGroupBuilder customers = app.MapGroup("/customers");
customers.MapPost("/", static async (CustomerCreate customer, ICustomerClient client, CancellationToken cancellationToken) =>
{
    Customer created = await client.CreateAsync(customer, cancellationToken: cancellationToken);
    return TypedResults.Created($"/customers/{Uri.EscapeDataString(created.ExternalId!)}", created);
});
customers.MapPost("/check", static (CustomerCreate customer, ICustomerClient client) => client.Check(customer));
customers.MapPatch("/{externalId}", static (string externalId, CustomerUpdate update, ICustomerClient client, CancellationToken cancellationToken) =>
    client.UpdateAsync(CustomerKey.FromExternalId(externalId), update, cancellationToken: cancellationToken));
customers.MapGet("/{externalId}", static (string externalId, ICustomerClient client, CancellationToken cancellationToken) =>
    client.GetAsync(CustomerKey.FromExternalId(externalId), cancellationToken: cancellationToken));
customers.MapGet("/", static (string? pageToken, ICustomerClient client, CancellationToken cancellationToken) =>
    client.ListPageAsync(new CustomerListRequest { PageToken = pageToken }, cancellationToken: cancellationToken));
app.Run();
