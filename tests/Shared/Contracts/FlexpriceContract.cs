using static BillingClients.Tests.Contracts.Content;
using static BillingClients.Tests.Contracts.Shape;

namespace BillingClients.Tests.Contracts;

/// <summary>
/// Flexprice's customers, as docs/swagger/swagger-3-0.json of github.com/flexprice/flexprice has them at commit e4b5303 (2026-08-22).
/// </summary>
/// <remarks>
/// The document requires no member of an answer, and allows others everywhere. Here other members are violations, so that none is invented: the server drops
/// what it does not know from a request, and answers with nothing that its documented types do not have, but for the departures.
/// </remarks>
internal static class FlexpriceContract
{
    private static readonly Departure NoMetadata = new(
        "metadata that was never given is null", "internal/domain/customer/model.go: a map without omitempty");

    private static readonly Departure NoPeriod = new(
        "the period of a usage summary without features is null", "internal/api/dto/customer_entitlement.go: a pointer without omitempty");

    private static readonly Departure Details = new(
        "details are left out of the document with swaggerignore", "internal/errors/dto.go");

    private static readonly Departure Unauthorized = new(
        "a wrong key is refused before the handler of errors, with {error}; the document has no 401", "internal/rest/middleware/auth.go");

    private static readonly Departure NotFound = new(
        "an unknown customer is a 404; the document has it for look-ups by external id only", "internal/errors/errors.go, internal/repository/ent/customer.go");

    private static readonly Departure Conflict = new(
        "an external id that is taken is a 409; the document has 400 and 500 only", "internal/errors/errors.go, internal/repository/ent/customer.go");

    private static readonly Departure Panic = new(
        "a new external id for a customer without metadata ends in a panic, which is a 500 without a body", "internal/api/router.go: gin's own recovery");

    private static readonly Departure DecodedPath = new(
        "the router decodes the path before it looks for a route", "gin without UseRawPath; seen by running it on 2026-11-26");

    private static readonly Shape Status = OneOf("published", "deleted", "archived");

    private static readonly Shape TextMap = MapOf(Text);

    private static readonly Shape EntityType = OneOf(
        "customer", "plan", "invoice", "subscription", "payment", "credit_note", "addon", "item", "item_price", "price", "invoice_line_item",
        "subscription_line_item");

    private static readonly Shape NewMapping = Object(
        Required("entity_id", TextUpTo(255)),
        Required("entity_type", EntityType),
        Required("provider_entity_id", TextUpTo(255)),
        Required("provider_type", TextUpTo(50)),
        Optional("metadata", MapOf(Anything)));

    private static readonly Shape Mapping = Object(
        Optional("id", Text),
        Optional("entity_id", Text),
        Optional("entity_type", EntityType),
        Optional("provider_entity_id", Text),
        Optional("provider_type", Text),
        Optional("metadata", MapOf(Anything)),
        Optional("environment_id", Text),
        Optional("tenant_id", Text),
        Optional("status", Status),
        Optional("created_at", Moment),
        Optional("created_by", Text),
        Optional("updated_at", Moment),
        Optional("updated_by", Text));

    private static readonly Shape TaxRateOverride = Object(
        Required("currency", Text),
        Required("tax_rate_code", Text),
        Optional("auto_apply", Flag),
        Optional("metadata", TextMap),
        Optional("priority", Integer));

    private static readonly ObjectShape Update = Object(
        Optional("external_id", Text),
        Optional("name", Text),
        Optional("email", Text),
        Optional("contact", TextUpTo(20)),
        Optional("address_line1", TextUpTo(255)),
        Optional("address_line2", TextUpTo(255)),
        Optional("address_city", TextUpTo(100)),
        Optional("address_state", TextUpTo(100)),
        Optional("address_postal_code", TextUpTo(20)),
        Optional("address_country", Text),
        Optional("timezone", Text),
        Optional("metadata", TextMap),
        Optional("integration_entity_mapping", ListOf(NewMapping)));

    private static readonly ObjectShape Create = Object(
    [
        Required("external_id", Text),
        Required("name", TextUpTo(255)),
        .. Update.Members.Where(static member => member.Name is not ("external_id" or "name")),
        Optional("tax_rate_overrides", ListOf(TaxRateOverride)),
        Optional("skip_onboarding_workflow", Flag),
        Optional("onboarding_workflow_name", Text),
    ]);

    private static readonly Shape Filter = Object(
        Optional("field", Text),
        Optional("operator", OneOf("eq", "contains", "not_contains", "gt", "lt", "gte", "in", "not_in", "before", "after")),
        Optional("data_type", OneOf("string", "number", "date", "array")),
        Optional("value", Object(
            Optional("array", ListOf(Text)),
            Optional("boolean", Flag),
            Optional("date", Text),
            Optional("number", Number),
            Optional("string", Text))));

    private static readonly Shape Search = Object(
        Optional("limit", IntegerFrom(1, 1000)),
        Optional("offset", IntegerFrom(0)),
        Optional("order", OneOf("asc", "desc")),
        Optional("sort", ListOf(Object(Optional("field", Text), Optional("direction", OneOf("asc", "desc"))))),
        Optional("status", Status),
        Optional("expand", Text),
        Optional("start_time", Moment),
        Optional("end_time", Moment),
        Optional("metadata", TextMap),
        Optional("filters", ListOf(Filter)),
        Optional("customer_ids", ListOf(Text)),
        Optional("external_ids", ListOf(Text)),
        Optional("external_id", Text),
        Optional("email", Text));

    private static readonly Shape Customer = Object(
        Optional("id", Text),
        Optional("external_id", Text),
        Optional("name", Text),
        Optional("email", Text),
        Optional("contact", Text),
        Optional("address_line1", Text),
        Optional("address_line2", Text),
        Optional("address_city", Text),
        Optional("address_state", Text),
        Optional("address_postal_code", Text),
        Optional("address_country", Text),
        Optional("timezone", Text),
        Optional("metadata", TextMap.OrNull) with { Departure = NoMetadata },
        Optional("environment_id", Text),
        Optional("tenant_id", Text),
        Optional("status", Status),
        Optional("created_at", Moment),
        Optional("created_by", Text),
        Optional("updated_at", Moment),
        Optional("updated_by", Text),
        Optional("integrations", ListOf(Mapping)));

    /// <summary>The document has many more members; these are the ones that are simulated.</summary>
    private static readonly Shape Subscription = Object(
        Optional("id", Text),
        Optional("customer_id", Text),
        Optional("plan_id", Text),
        Optional("subscription_status", OneOf("active", "paused", "cancelled", "incomplete", "trialing", "draft")),
        Optional("billing_cadence", OneOf("RECURRING")),
        Optional("billing_period", OneOf("MONTHLY", "ANNUAL", "WEEKLY", "DAILY", "QUARTERLY", "HALF_YEARLY", "ONETIME")),
        Optional("billing_period_count", Integer),
        Optional("currency", Text),
        Optional("start_date", Moment),
        Optional("status", Status),
        Optional("created_at", Moment));

    private static readonly Shape Entitlements = Object(
        Optional("customer_id", Text),
        Optional("subscriptions", ListOf(Subscription)),
        Optional("features", ListOf(NotInThisContract)));

    private static readonly Shape Usage = Object(
        Optional("customer_id", Text),
        Optional("features", ListOf(NotInThisContract)),
        Optional("period", Null) with { Departure = NoPeriod });

    private static readonly Shape Wallets = ListOf(NotInThisContract);

    private static readonly Shape Error = Object(
        Optional("code", OneOf(
            "http_client_error", "system_error", "internal_error", "not_found", "already_exists", "version_conflict", "validation_error", "invalid_operation",
            "permission_denied", "database_error", "service_unavailable", "too_many_requests", "not_implemented")),
        Optional("message", Text),
        Optional("http_status_code", Integer),
        Optional("details", MapOf(Anything)) with { Departure = Details });

    private static readonly Answer WrongKey = new(401, Json(Object(Required("error", Text)))) { Departure = Unauthorized };

    private static readonly Answer Panics = new(500, None) { Departure = Panic };

    private static readonly Answer[] Failures = [Fails(400), Fails(500), WrongKey];

    internal static Contract Customers { get; } = new("flexprice")
    {
        BasePath = "/v1",
        KeyHeader = "x-api-key",
        CannotBeInPath = ["%2F"],
        PathDeparture = DecodedPath,
        Endpoints =
        [
            new("POST", "/customers") { Request = Json(Create), Answers = [new(201, Json(Customer)), Fails(409) with { Departure = Conflict }, .. Failures] },
            new("PUT", "/customers")
            {
                Query = ["id", "external_customer_id"],
                Request = Json(Update),
                Answers = [new(200, Json(Customer)), Fails(404) with { Departure = NotFound }, Fails(409) with { Departure = Conflict }, Panics, .. Failures],
            },
            new("GET", "/customers/{id}") { Answers = [new(200, Json(Customer)), Fails(404) with { Departure = NotFound }, .. Failures] },
            new("DELETE", "/customers/{id}") { Answers = [new(204, None), Fails(404) with { Departure = NotFound }, .. Failures] },
            new("GET", "/customers/external/{external_id}") { Answers = [new(200, Json(Customer)), Fails(404), .. Failures] },
            new("GET", "/customers/external/{external_id}/subscriptions")
            {
                Query = ["expand"],
                Answers = [new(200, Json(Page(Subscription))), Fails(404), .. Failures],
            },
            new("GET", "/customers/{id}/entitlements") { Answers = [new(200, Json(Entitlements)), .. Failures] },
            new("GET", "/customers/external/{external_id}/entitlements") { Answers = [new(200, Json(Entitlements)), Fails(404), .. Failures] },
            new("GET", "/customers/usage")
            {
                Query = ["customer_id", "customer_lookup_key", "feature_ids", "feature_lookup_keys", "subscription_ids"],
                Answers = [new(200, Json(Usage)), Fails(404) with { Departure = NotFound }, .. Failures],
            },
            new("GET", "/customers/{id}/wallets") { Answers = [new(200, Json(Wallets)), .. Failures] },
            new("GET", "/customers/wallets")
            {
                Query = ["id", "lookup_key", "include_real_time_balance", "expand", "from_cache"],
                Answers = [new(200, Json(Wallets)), Fails(404), .. Failures],
            },
            new("POST", "/customers/search") { Request = Json(Search), Answers = [new(200, Json(Page(Customer))), .. Failures] },
        ],
    };

    private static Answer Fails(int status) => new(status, Json(Error));

    private static ObjectShape Page(Shape item) => Object(
        Optional("items", ListOf(item)),
        Optional("pagination", Object(Optional("total", Integer), Optional("limit", Integer), Optional("offset", Integer))));
}
