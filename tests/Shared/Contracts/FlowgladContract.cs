using static BillingClients.Tests.Contracts.Content;
using static BillingClients.Tests.Contracts.Shape;

namespace BillingClients.Tests.Contracts;

/// <summary>
/// Flowglad's customers, as platform/flowglad-next/openapi.json of github.com/flowglad/flowglad has them at commit 49b3368 (2026-03-23).
/// </summary>
/// <remarks>
/// The document allows no other members in answers. In requests it does, and the server drops them; here they are violations, so that nothing is sent in vain,
/// but for the departure.
/// </remarks>
internal static class FlowgladContract
{
    private const string Route = "platform/flowglad-next/src/app/api/v1/[...path]/route.ts";

    private static readonly Departure ErrorBody = new(
        "errors are {error, code, request_id}; the document has {message, code, issues}", Route);

    private static readonly Departure PlainUnauthorized = new("a wrong key is answered in plain text", Route);

    private static readonly Departure ArchiveNotFound = new(
        "an archive of an unknown customer is a 404, which the document does not list", "platform/flowglad-next/src/server/routers/customersRouter.ts");

    private static readonly Departure Conflict = new(
        "an external id that is taken is a 409, which the document does not list", "platform/flowglad-next/src/server/trpcErrorHandler.ts");

    private static readonly Departure ArchiveBody = new(
        "an archive must have a JSON body; the document has none", "platform/flowglad-next/src/utils/validateRequest.ts");

    private static readonly Departure CatalogId = new(
        "servers before 2025-08-27 took a catalogId; today's drop it", "the older API reference from which this project started");

    private static readonly Departure DecodedPath = new(
        "the path is decoded before it is matched with the routes", $"{Route}; seen by running it on 2026-11-26");

    private static readonly Shape AggregationType = OneOf("sum", "count_distinct_properties");

    private static readonly Shape Interval = OneOf("day", "week", "month", "year");

    private static readonly Shape RenewalFrequency = OneOf("once", "every_billing_period");

    private static readonly Shape Currency = new TextShape { MaxLength = 3 };

    private static readonly Shape Metadata = MapOf(AnyOf(TextUpTo(500), Number, Flag));

    private static readonly Member[] Stored =
    [
        Required("id", Text), Required("createdAt", Integer), Required("updatedAt", Integer), Required("livemode", Flag), Required("organizationId", Text),
    ];

    private static readonly Member[] StoredWithoutOrganization = [.. Stored.Where(static member => member.Name != "organizationId")];

    private static readonly ObjectShape Update = Object(
        Optional("email", Text),
        Optional("name", Text),
        Optional("logoURL", Text.OrNull),
        Optional("iconURL", Text.OrNull),
        Optional("domain", Text.OrNull),
        Optional("userId", Text.OrNull));

    private static readonly ObjectShape Create = Object(
    [
        Required("email", Text),
        Required("name", Text),
        Required("externalId", Text),
        Optional("archived", Flag),
        .. Update.Members.Where(static member => member.Name is not ("email" or "name")),
        Optional("catalogId", Text.OrNull) with { Departure = CatalogId },
    ]);

    private static readonly Shape BillingAddress = Object(
        Optional("name", Text.OrNull),
        Optional("firstName", Text.OrNull),
        Optional("lastName", Text.OrNull),
        Optional("email", Text.OrNull),
        Optional("phone", Text.OrNull),
        Required("address", Object(
            Optional("name", Text.OrNull),
            Optional("line1", Text.OrNull),
            Optional("line2", Text.OrNull),
            Optional("city", Text.OrNull),
            Optional("state", Text.OrNull),
            Optional("postal_code", Text.OrNull),
            Required("country", Text))));

    private static readonly Shape Customer = Object(
    [
        .. Stored,
        Required("email", Text),
        Required("name", Text),
        Required("invoiceNumberBase", Text.OrNull),
        Required("archived", Flag),
        Required("logoURL", Text.OrNull),
        Required("iconURL", Text.OrNull),
        Required("domain", Text.OrNull),
        Optional("billingAddress", BillingAddress.OrNull),
        Required("externalId", Text),
        Required("userId", Text.OrNull),
        Required("pricingModelId", Text),
    ]);

    private static readonly Shape CustomerAnswer = Object(Required("customer", Customer));

    private static readonly Shape Balance = Object(
    [
        .. Stored,
        Required("name", Text),
        Required("pricingModelId", Text),
        Required("slug", Text),
        Required("aggregationType", AggregationType),
        Required("availableBalance", Number),
        Required("subscriptionId", Text),
    ]);

    private static readonly Member[] AnyPrice =
    [
        .. StoredWithoutOrganization,
        Required("name", Text.OrNull),
        Required("isDefault", Flag),
        Required("unitPrice", Integer),
        Required("active", Flag),
        Required("currency", Currency),
        Required("slug", Text.OrNull),
        Required("pricingModelId", Text),
    ];

    private static readonly Shape SubscriptionPrice = Object(
    [
        .. AnyPrice,
        Required("type", OneOf("subscription")),
        Required("intervalUnit", Interval),
        Required("intervalCount", Integer),
        Optional("trialPeriodDays", Integer.OrNull),
        Required("usageEventsPerUnit", Null),
        Required("productId", Text),
        Required("usageMeterId", Null),
    ]);

    private static readonly Shape SinglePaymentPrice = Object(
    [
        .. AnyPrice,
        Required("type", OneOf("single_payment")),
        Optional("intervalUnit", Null),
        Optional("intervalCount", Null),
        Optional("trialPeriodDays", Null),
        Optional("usageEventsPerUnit", Null),
        Required("productId", Text),
        Optional("usageMeterId", Null),
    ]);

    private static readonly Shape UsagePrice = Object(
    [
        .. AnyPrice,
        Required("type", OneOf("usage")),
        Required("intervalUnit", Interval),
        Required("intervalCount", Integer),
        Required("trialPeriodDays", Null),
        Required("usageEventsPerUnit", Integer),
        Required("productId", Null),
        Required("usageMeterId", Text),
    ]);

    private static readonly Shape Price = AnyOf(SubscriptionPrice, SinglePaymentPrice, UsagePrice);

    private static readonly Member[] AnyFeature =
    [
        .. Stored, Required("slug", Text), Required("name", Text), Required("description", Text), Required("pricingModelId", Text), Required("active", Flag),
    ];

    private static readonly Shape Feature = AnyOf(
        Object([.. AnyFeature, .. Toggle]), Object([.. AnyFeature, .. UsageCreditGrant]), Object([.. AnyFeature, .. Resource]));

    private static readonly Member[] AnyItemFeature =
    [
        .. StoredWithoutOrganization,
        Required("subscriptionItemId", Text),
        Required("featureId", Text),
        Optional("productFeatureId", Text.OrNull),
        Optional("expiredAt", Integer.OrNull),
        Optional("detachedAt", Integer.OrNull),
        Optional("detachedReason", Text.OrNull),
        Required("manuallyCreated", Flag),
        Required("pricingModelId", Text),
        Required("name", Text),
        Required("slug", Text),
    ];

    private static readonly Shape ItemFeature = AnyOf(
        Object([.. AnyItemFeature, .. Toggle]), Object([.. AnyItemFeature, .. UsageCreditGrant]), Object([.. AnyItemFeature, .. Resource]));

    private static readonly Shape Product = Object(
    [
        .. Stored,
        Required("name", Text),
        Required("description", Text.OrNull),
        Required("imageURL", Text.OrNull),
        Required("active", Flag),
        Required("singularQuantityLabel", Text.OrNull),
        Required("pluralQuantityLabel", Text.OrNull),
        Required("pricingModelId", Text),
        Required("default", Flag),
        Required("slug", Text),
        Required("prices", ListOf(Price)),
        Required("defaultPrice", Price),
        Required("features", ListOf(Feature)),
    ]);

    private static readonly Shape UsageMeter = Object(
    [
        .. Stored,
        Required("name", Text),
        Required("pricingModelId", Text),
        Required("slug", Text),
        Required("aggregationType", AggregationType),
        Required("prices", ListOf(UsagePrice)),
        Optional("defaultPrice", UsagePrice),
    ]);

    private static readonly Shape PricingModel = Object(
    [
        .. Stored,
        Required("isDefault", Flag),
        Required("name", Text),
        Required("products", ListOf(Product)),
        Required("usageMeters", ListOf(UsageMeter)),
        Optional("defaultProduct", Product),
    ]);

    private static readonly ObjectShape SubscriptionItem = Object(
    [
        .. StoredWithoutOrganization,
        Required("subscriptionId", Text),
        Required("name", Text.OrNull),
        Required("addedDate", Integer),
        Required("priceId", Text.OrNull),
        Required("unitPrice", Integer),
        Required("quantity", Integer),
        Optional("metadata", Metadata.OrNull),
        Required("type", OneOf("static")),
        Required("externalId", Text.OrNull),
        Optional("expiredAt", Integer.OrNull),
        Required("manuallyCreated", Flag),
        Required("pricingModelId", Text),
    ]);

    private static readonly Member[] AnySubscription =
    [
        .. Stored,
        Required("startDate", Integer),
        Required("customerId", Text),
        Required("defaultPaymentMethodId", Text.OrNull),
        Required("backupPaymentMethodId", Text.OrNull),
        Optional("metadata", Metadata.OrNull),
        Optional("canceledAt", Integer.OrNull),
        Optional("cancelScheduledAt", Integer.OrNull),
        Required("cancellationReason", Text.OrNull),
        Required("replacedBySubscriptionId", Text.OrNull),
        Required("isFreePlan", Flag.OrNull),
        Required("doNotCharge", Flag.OrNull),
        Required("priceId", Text),
        Required("runBillingAtPeriodStart", Flag.OrNull),
        Required("name", Text.OrNull),
        Required("pricingModelId", Text),
        Optional("scheduledAdjustmentAt", Integer.OrNull),
        Required("current", Flag),
    ];

    private static readonly ObjectShape StandardSubscription = Object(
    [
        .. AnySubscription,
        Required("status", OneOf(
            "trialing", "active", "past_due", "unpaid", "cancellation_scheduled", "incomplete", "incomplete_expired", "canceled", "paused")),
        Optional("trialEnd", Integer.OrNull),
        Optional("currentBillingPeriodStart", Integer.OrNull),
        Optional("currentBillingPeriodEnd", Integer.OrNull),
        Required("interval", Interval),
        Required("intervalCount", Integer),
        Optional("billingCycleAnchorDate", Integer.OrNull),
        Required("renews", True),
    ]);

    private static readonly ObjectShape NonRenewingSubscription = Object(
    [
        .. AnySubscription,
        Required("status", OneOf("active", "canceled", "credit_trial")),
        Required("trialEnd", Null),
        Required("currentBillingPeriodStart", Null),
        Required("currentBillingPeriodEnd", Null),
        Required("interval", Null),
        Required("intervalCount", Null),
        Required("billingCycleAnchorDate", Null),
        Required("renews", False),
    ]);

    private static readonly Member[] Details =
    [
        Required("subscriptionItems", ListOf(SubscriptionItem.With(Required("price", Price)))),
        Optional("experimental", Object(Required("featureItems", ListOf(ItemFeature)), Required("usageMeterBalances", ListOf(Balance)))),
    ];

    private static readonly Shape Subscription = AnyOf(StandardSubscription, NonRenewingSubscription);

    private static readonly Shape SubscriptionDetails = AnyOf(StandardSubscription.With(Details), NonRenewingSubscription.With(Details));

    private static readonly Shape Billing = Object(
        Required("customer", Customer),
        Required("subscriptions", ListOf(SubscriptionDetails)),
        Required("invoices", ListOf(NotInThisContract)),
        Required("paymentMethods", ListOf(NotInThisContract)),
        Required("purchases", ListOf(NotInThisContract)),
        Optional("currentSubscriptions", ListOf(SubscriptionDetails)),
        Optional("currentSubscription", SubscriptionDetails),
        Required("catalog", PricingModel),
        Required("pricingModel", PricingModel),
        Required("billingPortalUrl", Text));

    private static readonly Shape Issue = Object(
        Required("code", Text),
        Required("message", Text),
        Required("path", ListOf(AnyOf(Text, Integer))),
        Optional("expected", Text),
        Optional("received", Text),
        Optional("format", Text),
        Optional("origin", Text),
        Optional("minimum", Number),
        Optional("maximum", Number),
        Optional("inclusive", Flag));

    private static readonly Shape Error = Object(
        Required("error", AnyOf(Text, ListOf(Issue))),
        Optional("code", OneOf("BAD_REQUEST", "NOT_FOUND", "CONFLICT", "INTERNAL_SERVER_ERROR")),
        Required("request_id", Text));

    private static readonly Answer[] Failures = [Fails(400), new(401, PlainText) { Departure = PlainUnauthorized }, Fails(500)];

    internal static Contract Customers { get; } = new("flowglad")
    {
        KeyHeader = "Authorization",
        CannotBeInPath = ["%2F", "%5C"],
        PathDeparture = DecodedPath,
        Endpoints =
        [
            new("POST", "/api/v1/customers")
            {
                Request = Json(Object(Required("customer", Create))),
                Answers =
                [
                    new(200, Json(Object(Required("data", Object(
                        Required("customer", Customer),
                        Optional("subscription", Subscription),
                        Optional("subscriptionItems", ListOf(SubscriptionItem))))))),
                    Fails(409) with { Departure = Conflict },
                    .. Failures,
                ],
            },
            new("GET", "/api/v1/customers")
            {
                Query = ["cursor", "limit"],
                Answers =
                [
                    new(200, Json(Object(
                        Required("data", ListOf(Customer)),
                        Optional("currentCursor", Text),
                        Optional("nextCursor", Text),
                        Required("hasMore", Flag),
                        Required("total", Number)))),
                    .. Failures,
                ],
            },
            new("GET", "/api/v1/customers/{externalId}") { Answers = [new(200, Json(CustomerAnswer)), Fails(404), .. Failures] },
            new("PUT", "/api/v1/customers/{externalId}")
            {
                Request = Json(Object(Required("customer", Update))),
                Answers = [new(200, Json(CustomerAnswer)), Fails(404), .. Failures],
            },
            new("POST", "/api/v1/customers/{externalId}/archive")
            {
                Request = Json(Anything),
                RequestDeparture = ArchiveBody,
                Answers = [new(200, Json(CustomerAnswer)), Fails(404) with { Departure = ArchiveNotFound }, .. Failures],
            },
            new("GET", "/api/v1/customers/{externalId}/billing") { Answers = [new(200, Json(Billing)), Fails(404), .. Failures] },
            new("GET", "/api/v1/customers/{externalId}/usage-balances")
            {
                Query = ["subscriptionId"],
                Answers = [new(200, Json(Object(Required("usageMeterBalances", ListOf(Balance))))), Fails(404), .. Failures],
            },
        ],
    };

    // Features of products and of subscriptions differ by type in the same members.
    private static Member[] Toggle =>
    [
        Required("type", OneOf("toggle")),
        Optional("amount", Null),
        Optional("usageMeterId", Null),
        Optional("renewalFrequency", Null),
        Optional("resourceId", Null),
    ];

    private static Member[] UsageCreditGrant =>
    [
        Required("type", OneOf("usage_credit_grant")),
        Required("amount", Integer),
        Required("usageMeterId", Text),
        Required("renewalFrequency", RenewalFrequency),
        Optional("resourceId", Null),
    ];

    private static Member[] Resource =>
    [
        Required("type", OneOf("resource")),
        Required("amount", Integer),
        Optional("usageMeterId", Null),
        Optional("renewalFrequency", Null),
        Required("resourceId", Text),
    ];

    private static Answer Fails(int status) => new(status, Json(Error)) { Departure = ErrorBody };
}
