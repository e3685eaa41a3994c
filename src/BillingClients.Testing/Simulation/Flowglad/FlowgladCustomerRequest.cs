using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>The <c>customer</c> of a create or an update, as a change to the customer that is stored.</summary>
internal sealed class FlowgladCustomerRequest
{
    private static readonly HashSet<string> UpdateFields = new(StringComparer.Ordinal) { "email", "name", "logoURL", "iconURL", "domain", "userId" };
    private static readonly HashSet<string> CreateFields = new(UpdateFields, StringComparer.Ordinal) { "externalId", "archived", "catalogId" };

    private readonly Func<FlowgladCustomer, FlowgladCustomer> _apply;

    private FlowgladCustomerRequest(Func<FlowgladCustomer, FlowgladCustomer> apply) => _apply = apply;

    /// <summary>Reads the body of a create; what is wrong with it goes to <paramref name="issues"/>.</summary>
    public static FlowgladCustomerRequest? ReadCreate(SimulatedCall call, JsonElement body, FlowgladIssues issues)
    {
        if (Customer(call, body, CreateFields, issues) is not { } customer)
        {
            return null;
        }

        var fields = new FlowgladFields(customer, issues);
        string email = fields.Required("email");
        string name = fields.Required("name");
        string externalId = fields.Required("externalId");
        bool archived = fields.Flag("archived");
        string? logoUrl = fields.Nullable("logoURL", null);
        string? iconUrl = fields.Nullable("iconURL", null);
        string? domain = fields.Nullable("domain", null);
        string? userId = fields.Nullable("userId", null);
        string? catalogId = new JsonFields(customer).Text("catalogId");
        return new FlowgladCustomerRequest(stored => stored with
        {
            Email = email,
            Name = name,
            ExternalId = externalId,
            Archived = archived,
            LogoUrl = logoUrl,
            IconUrl = iconUrl,
            Domain = domain,
            UserId = userId,
            CatalogId = catalogId,
        });
    }

    /// <summary>Reads the body of an update, which changes what it names; what is wrong with it goes to <paramref name="issues"/>.</summary>
    public static FlowgladCustomerRequest? ReadUpdate(SimulatedCall call, JsonElement body, FlowgladIssues issues)
    {
        if (Customer(call, body, UpdateFields, issues) is not { } customer)
        {
            return null;
        }

        var fields = new FlowgladFields(customer, issues);
        string? email = fields.Optional("email");
        string? name = fields.Optional("name");
        Func<string?, string?> logoUrl = Change("logoURL");
        Func<string?, string?> iconUrl = Change("iconURL");
        Func<string?, string?> domain = Change("domain");
        Func<string?, string?> userId = Change("userId");
        return new FlowgladCustomerRequest(stored => stored with
        {
            Email = email ?? stored.Email,
            Name = name ?? stored.Name,
            LogoUrl = logoUrl(stored.LogoUrl),
            IconUrl = iconUrl(stored.IconUrl),
            Domain = domain(stored.Domain),
            UserId = userId(stored.UserId),
        });

        Func<string?, string?> Change(string member)
        {
            string? value = fields.Nullable(member, null);
            return customer.TryGetProperty(member, out _) ? _ => value : static kept => kept;
        }
    }

    public FlowgladCustomer ApplyTo(FlowgladCustomer customer) => _apply(customer);

    private static JsonElement? Customer(SimulatedCall call, JsonElement body, HashSet<string> known, FlowgladIssues issues)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            issues.WrongType("object", body);
            return null;
        }

        Drop(call, body, "", ["customer"]);
        if (!body.TryGetProperty("customer", out JsonElement customer) || customer.ValueKind != JsonValueKind.Object)
        {
            issues.WrongType("object", customer, "customer");
            return null;
        }

        Drop(call, customer, "customer.", known);
        return customer;
    }

    private static void Drop(SimulatedCall call, JsonElement parent, string prefix, HashSet<string> known)
    {
        foreach (JsonProperty member in parent.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                call.AddObjection($"unknown field '{prefix}{member.Name}'");
            }
        }
    }
}
