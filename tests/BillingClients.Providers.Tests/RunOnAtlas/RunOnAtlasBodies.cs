namespace BillingClients.Providers.Tests.RunOnAtlas;

/// <summary>The JSON of the documents, with invented data.</summary>
internal static class RunOnAtlasBodies
{
    /// <summary>The seed's response: every field that it describes, in its order; the lists are described and not shown.</summary>
    public const string SeedResponse = """
        {
          "createdAt": "2021-01-01T00:00:00.000Z",
          "id": "atlas-internal-customer-id-123",
          "updatedAt": "2021-01-01T00:00:00.000Z",
          "merchantId": "atlas-internal-merchant-id-123",
          "activeSubscriptions": [],
          "upcomingSubscriptions": [],
          "conditionalBillableAccess": [],
          "customPricingUnits": [],
          "customerPrivatePlans": [],
          "isEligibleForTrial": true,
          "billingAddress1": "123 Main St",
          "billingAddress2": "Apt 1",
          "billingCity": "Anytown",
          "billingCountry": "US",
          "billingState": "CA",
          "billingZipCode": "12345",
          "shippingAddress1": "123 Main St",
          "shippingAddress2": "Apt 1",
          "shippingCity": "Anytown",
          "shippingCountry": "US",
          "shippingState": "CA",
          "shippingZipCode": "12345",
          "externalId": "external-customer-id-123",
          "name": "John Doe",
          "quickBooksId": "quickbooks-customer-id-123",
          "stripeId": "stripe-customer-id-123"
        }
        """;

    /// <summary>The current response, with something in every list, the fields of RunOnAtlas's own client, and fields that nobody knew.</summary>
    public const string CurrentResponse = """
        {
          "createdAt": "2026-11-20T09:15:00.125Z",
          "id": "atlas-internal-customer-id-123",
          "updatedAt": "2026-11-20T10:00:00.000Z",
          "merchantId": "atlas-internal-merchant-id-123",
          "activeSubscriptions": [
            {
              "createdAt": "2026-11-20T09:15:00.000Z",
              "id": "atlas-internal-subscription-id-123",
              "startDate": "2026-11-20T09:15:00.000Z",
              "status": "active",
              "updatedAt": "2026-11-20T09:15:00.000Z",
              "allowCustomerChanges": true,
              "autoChargeInvoice": false,
              "autoSyncInvoice": true,
              "autoSendInvoice": true,
              "paymentGateway": "Stripe",
              "isTrial": false,
              "customerId": "atlas-internal-customer-id-123",
              "planId": "atlas-internal-plan-id-123",
              "merchantId": "atlas-internal-merchant-id-123",
              "plan": {
                "createdAt": "2026-01-01T00:00:00.000Z",
                "crossEnvironmentId": "plan-cross-env-id-123",
                "currency": "USD",
                "description": "A plan",
                "id": "atlas-internal-plan-id-123",
                "isPrivate": false,
                "name": "Basic",
                "netTerms": "net30",
                "purchasable": true,
                "requestPricingText": "Ask us",
                "status": "available",
                "updatedAt": "2026-01-01T00:00:00.000Z",
                "merchantId": "atlas-internal-merchant-id-123",
                "isTrialAllowed": true,
                "externalId": "basic",
                "planColour": "green"
              },
              "billingCadence": "monthly",
              "currency": "USD",
              "endDate": "2027-11-20T09:15:00.000Z",
              "netTerms": "net30",
              "chargeForUsageBasedPricesDuringTrial": false,
              "seats": 3
            }
          ],
          "upcomingSubscriptions": [ { "id": "atlas-internal-subscription-id-124", "status": "pendingActivation", "isTrial": true } ],
          "conditionalBillableAccess": [
            {
              "id": "access-id-123",
              "updatedAt": "2026-11-20T09:15:00.000Z",
              "merchantId": "atlas-internal-merchant-id-123",
              "billableId": "billable-id-123",
              "subscriptionId": "atlas-internal-subscription-id-123",
              "customerId": "atlas-internal-customer-id-123",
              "access": true,
              "currentUsage": 7.5
            }
          ],
          "customPricingUnits": [ { "customPricingUnitId": "cpu-id-123", "balance": 100 } ],
          "customerPrivatePlans": [ { "planId": "atlas-internal-plan-id-456" } ],
          "isEligibleForTrial": false,
          "billingAddress1": "123 Main St",
          "billingAddress2": "Apt 1",
          "billingCity": "Anytown",
          "billingCountry": "US",
          "billingState": "CA",
          "billingZipCode": "12345",
          "shippingAddress1": "9 Harbour Road",
          "shippingAddress2": "Dock 2",
          "shippingCity": "Othertown",
          "shippingCountry": "US",
          "shippingState": "WA",
          "shippingZipCode": "98101-6789",
          "externalId": "external-customer-id-123",
          "email": "john.doe@example.com",
          "name": "John Doe",
          "quickBooksId": "quickbooks-customer-id-123",
          "stripeId": "stripe-customer-id-123",
          "status": "active",
          "paymentMethod": "card",
          "meta": { "invoicing": "monthly" },
          "loyaltyTier": { "level": 2 }
        }
        """;

    /// <summary>What an upsert and a get by id answer with; null for what is unset.</summary>
    public const string PlainResponse = """
        {
          "createdAt": "2026-11-20T09:15:00.000Z",
          "id": "atlas-internal-customer-id-123",
          "updatedAt": "2026-11-20T10:00:00.000Z",
          "merchantId": "atlas-internal-merchant-id-123",
          "billingAddress1": "123 Main St",
          "billingAddress2": null,
          "billingCity": "Anytown",
          "billingCountry": "US",
          "billingState": "CA",
          "billingZipCode": "94107-1234",
          "shippingAddress1": null,
          "shippingAddress2": null,
          "shippingCity": null,
          "shippingCountry": null,
          "shippingState": null,
          "shippingZipCode": null,
          "externalId": "external-customer-id-123",
          "email": "john.doe@example.com",
          "name": "Jane Doe",
          "quickBooksId": null,
          "stripeId": null
        }
        """;
}
